import type { BatchInvoice, InvoiceChange } from "#db/queries/batch-invoices.ts";
import type { FailureReason } from "../rules/failure-reasons.ts";
import { replayWait } from "../rules/replay-wait.ts";
import type { SubmissionStep } from "../rules/submission-state.ts";
import type { Effect } from "./effect.ts";
import type { Progress } from "./submission-job.ts";

/** What is to be written to an invoice, and what is next. */
export type Consequence = { change: InvoiceChange; progress: Progress };

type Situation = {
  invoice: Pick<BatchInvoice, "state" | "tries">;
  step: SubmissionStep;
  now: Date;
  /** Seconds before each replay. */
  schedule: readonly number[];
};

const calm = {
  tries: 0,
  nextTryAt: null,
  failedStep: null,
  failureReason: null,
  failureDetail: null,
} as const;

/** A second copy of a document does no harm, a third is a nuisance (OTR §10.3). */
const uploadsWithoutAnswer = 2;

/** The consequence of a call's effect. An invoice that may be at OTR is never called failed (R27). */
export function consequence(situation: Situation, effect: Effect): Consequence {
  const { now } = situation;
  switch (effect.kind) {
    case "created": {
      const { kind, ...atOtr } = effect;
      const change = { ...calm, ...atOtr, state: "invoice_created", stateChangedAt: now } as const;
      return { change, progress: { next: effect.adopted ? "confirm" : "attach" } };
    }
    case "confirmed":
      return { change: { ...calm, confirmedAt: now, stateChangedAt: now }, progress: { next: "attach" } };
    case "attached":
      return {
        change: { ...calm, state: "document_attached", stateChangedAt: now },
        progress: { next: "accept" },
      };
    case "failed":
      return failed(situation, effect.reason, effect.detail);
    case "held":
      return held(situation, effect.reason, effect.detail);
    case "throttled":
      return waiting(situation, situation.invoice.tries, effect.seconds);
    case "not_sent":
      return again(situation, "otr_unreachable", effect.detail);
    case "lost":
      return lost(situation, effect.detail);
  }
}

function lost(situation: Situation, detail: string | null): Consequence {
  if (situation.step === "confirm") return again(situation, "otr_unreachable", detail);
  if (situation.step === "create") {
    return again(
      { ...situation, invoice: { ...situation.invoice, state: "unknown" } },
      "answer_lost",
      detail,
    );
  }
  const tries = situation.invoice.tries + 1;
  if (tries >= uploadsWithoutAnswer) return failed(situation, "document_unconfirmed", detail);
  return waiting(situation, tries, situation.schedule[0] ?? 0);
}

/** One more try after its wait, or the end of tries. */
function again(situation: Situation, reason: FailureReason, detail: string | null): Consequence {
  const tries = situation.invoice.tries + 1;
  const seconds = replayWait(tries, situation.schedule);
  if (seconds === null) return held(situation, reason, detail);
  return waiting(situation, tries, seconds);
}

function waiting({ invoice, now }: Situation, tries: number, seconds: number): Consequence {
  const state = invoice.state === "sending" ? "pending" : invoice.state;
  const nextTryAt = new Date(now.getTime() + seconds * 1000);
  return {
    change: { state, tries, nextTryAt, stateChangedAt: now },
    progress: { next: "wait", seconds: Math.ceil(seconds) },
  };
}

function held(situation: Situation, reason: FailureReason, detail: string | null): Consequence {
  const { invoice, step, now } = situation;
  if (step !== "create" || invoice.state !== "unknown") return failed(situation, reason, detail);
  return {
    change: {
      state: "unknown",
      needsReviewSince: now,
      nextTryAt: null,
      failedStep: step,
      // Why it can't be looked into is second to that it may be there.
      failureReason: reason === "otr_unreachable" ? "answer_lost" : reason,
      failureDetail: detail,
      stateChangedAt: now,
    },
    progress: { next: "end", state: "review" },
  };
}

function failed({ step, now }: Situation, reason: FailureReason, detail: string | null): Consequence {
  return {
    change: {
      state: "failed",
      nextTryAt: null,
      failedStep: step,
      failureReason: reason,
      failureDetail: detail,
      stateChangedAt: now,
    },
    progress: { next: "end", state: "failed" },
  };
}
