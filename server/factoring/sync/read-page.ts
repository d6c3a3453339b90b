import type { OpenPurchase } from "#db/queries/open-purchases.ts";
import type { LoginTrouble } from "#server/integrations/rules/login-trouble.ts";
import type { OtrClient } from "#server/otr/client.ts";
import { type ReadInvoiceOutcome, readInvoice } from "#server/otr/read-invoice.ts";

/** An invoice and what OTR said about it, if it could. */
export type Seen = {
  purchase: OpenPurchase;
  outcome: Extract<ReadInvoiceOutcome, { kind: "status" | "mismatch" | "unavailable" }>;
};

/** What ends a page before its time: a pause that OTR asked for, or trouble with the login. */
export type Halt = { kind: "pause"; seconds: number } | { kind: "trouble"; trouble: LoginTrouble };

/** What a page of reads brought: invoices from its start without a gap, and what ended it before its time. */
export type PageRead = { seen: Seen[]; halt: Halt | null };

/** A page that takes longer than this begins no more reads: what it has is written down, and the next one goes on. */
const pageMs = 2_500;

/** So many unanswered reads, and none answered, mean that OTR is down and not that invoices are odd. */
const silenceLimit = 20;

/**
 * Reads OTR's status of a page of invoices, as many at a time as the login may. One that can't be read stops
 * nothing. However slow OTR is, what was read is written down every few seconds.
 */
export async function readPage(client: OtrClient, page: OpenPurchase[]): Promise<PageRead> {
  const ends = client.now().getTime() + pageMs;
  const outcomes: Seen["outcome"][] = [];
  const queue = page.entries();
  const state: { halt: Halt | null; answered: number; silent: number } = {
    halt: null,
    answered: 0,
    silent: 0,
  };

  const work = async () => {
    for (const [at, { otrInvoicePkey, invoiceNumber }] of queue) {
      const outcome = await readInvoice(client, otrInvoicePkey, invoiceNumber);
      if (!isAboutInvoice(outcome)) {
        state.halt ??= haltOf(outcome);
        return;
      }
      outcomes[at] = outcome;
      state[outcome.kind === "unavailable" ? "silent" : "answered"] += 1;
      if (state.answered === 0 && state.silent >= silenceLimit) {
        state.halt ??= { kind: "trouble", trouble: "unreachable" };
      }
      if (state.halt || client.now().getTime() >= ends) return;
    }
  };
  await Promise.all(Array.from({ length: client.config.maxConcurrentCalls }, work));
  return { seen: withoutGaps(page, outcomes), halt: state.halt };
}

function isAboutInvoice(outcome: ReadInvoiceOutcome): outcome is Seen["outcome"] {
  return outcome.kind === "status" || outcome.kind === "mismatch" || outcome.kind === "unavailable";
}

function haltOf(outcome: Exclude<ReadInvoiceOutcome, Seen["outcome"]>): Halt {
  if (outcome.kind === "throttled") return { kind: "pause", seconds: outcome.afterSeconds };
  return { kind: "trouble", trouble: outcome.kind };
}

function withoutGaps(page: OpenPurchase[], outcomes: (Seen["outcome"] | undefined)[]): Seen[] {
  const seen: Seen[] = [];
  for (const [at, purchase] of page.entries()) {
    const outcome = outcomes[at];
    if (!outcome) break;
    seen.push({ purchase, outcome });
  }
  return seen;
}
