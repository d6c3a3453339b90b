import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import postgres from "postgres";
import { connectControl } from "#local/otr-sandbox/control/connect-control.ts";
import type { Control } from "#local/otr-sandbox/control/control.ts";
import { idToUuid } from "#server/kernel/ids.ts";
import { type ApiSession, signIn } from "./api.ts";
import { PASSWORD, PEOPLE } from "./sign-in.ts";
import type { StackAddresses } from "./stack.ts";

/** How our side records one invoice of a batch. */
export type OurInvoice = {
  invoiceNumber: string;
  state: string;
  failureReason: string | null;
  needsReview: boolean;
  pkey: number | null;
  documentSha256: string;
  loadStatus: string;
};

/** An invoice ready to be submitted, from the queue of Factoring Upload. */
export type ReadyLoad = { id: string; invoiceNumber: string };

/** A biller's desk over HTTP, with a view of both sides: our rows and what OTR holds. */
export type Desk = {
  session: ApiSession;
  sandbox: Control;
  subsidiaryId: string;
  /** Ready loads with an MC number that nobody has submitted. */
  ready(count: number): Promise<ReadyLoad[]>;
  submit(loads: ReadyLoad[]): Promise<string>;
  invoicesOf(batchId: string): Promise<OurInvoice[]>;
  /** How many invoices of these batches are in which state; cheap enough to be asked again and again. */
  countStates(batchIds: string[]): Promise<Record<string, number>>;
  /** Waits until no invoice of the batch is underway without waiting for a person. Throws after the deadline. */
  settled(batchId: string, deadlineMs: number): Promise<OurInvoice[]>;
  close(): Promise<void>;
};

/** Opens the demo biller's desk for Sample Hauling Inc. */
export async function openDesk(at: StackAddresses): Promise<Desk> {
  const session = await signIn(at.appUrl, PEOPLE.biller, PASSWORD);
  const sandbox = connectControl(at.sandboxUrl);
  const sql = postgres(at.ownerUrl, { max: 2, onnotice: () => undefined });
  const choices = await session.query<{ id: string; name: string }[]>("subsidiaries.list");
  const subsidiaryId = choices.find(({ name }) => name === "Sample Hauling Inc")?.id ?? "";

  const invoicesOf = (batchId: string) => sql<OurInvoice[]>`
    select b.invoice_number as "invoiceNumber", b.state, b.failure_reason as "failureReason",
      b.needs_review_since is not null as "needsReview", b.otr_invoice_pkey::int as pkey,
      b.document_sha256 as "documentSha256", l.status as "loadStatus"
    from batch_invoices b join loads l on l.company_id = b.company_id and l.id = b.load_id
    where b.batch_id = ${uuidOf(batchId)}
    order by b.id`;

  return {
    session,
    sandbox,
    subsidiaryId,
    ready: async (count) => {
      const all = await session.query<{ rows: { id: string }[] }>("factoring.queueSelection", {
        subsidiaryId,
        filter: "sendable",
      });
      const ids = all.rows.slice(0, count).map(({ id }) => id);
      if (ids.length < count) throw new Error(`Only ${ids.length} loads are ready, ${count} are wanted.`);
      const numbers = await sql<{ id: string; number: string }[]>`
        select load_id as id, invoice_number as number from invoices
        where voided_at is null and load_id in ${sql(ids.map(uuidOf))}`;
      const byId = new Map(numbers.map(({ id, number }) => [id, number]));
      return ids.map((id) => ({ id, invoiceNumber: byId.get(uuidOf(id)) ?? "" }));
    },
    submit: async (loads) => {
      const loadIds = loads.map(({ id }) => id);
      const result = await session.mutate<{ kind: string; batchId: string }>("factoring.submitBatch", {
        subsidiaryId,
        loadIds,
        requestKey: randomUUID(),
      });
      if (result.kind !== "submitted") throw new Error(`Not submitted: ${JSON.stringify(result)}`);
      return result.batchId;
    },
    invoicesOf,
    countStates: async (batchIds) => {
      const rows = await sql<{ state: string; count: number }[]>`
        select state, count(*)::int as count from batch_invoices
        where batch_id in ${sql(batchIds.map(uuidOf))} group by state`;
      return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
    },
    settled: async (batchId, deadlineMs) => {
      const deadline = Date.now() + deadlineMs;
      for (;;) {
        const rows = await invoicesOf(batchId).catch(onlyWhileDown);
        if (rows && rows.length > 0 && rows.every(isSettled)) return rows;
        if (Date.now() > deadline) throw new Error(`Still underway: ${underwayOf(rows ?? [])}`);
        await pause(100);
      }
    },
    close: () => sql.end(),
  };
}

function isSettled({ state, needsReview }: OurInvoice): boolean {
  return state === "accepted" || state === "failed" || needsReview;
}

/** A database that was just killed refuses for a moment; anything else is a finding. */
function onlyWhileDown(error: unknown): undefined {
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  if (/ECONN|CONNECTION|57P0|08/.test(code)) return undefined;
  throw error;
}

function underwayOf(rows: OurInvoice[]): string {
  const underway = rows.filter((row) => !isSettled(row));
  return `${underway.length} of ${rows.length}: ${[...new Set(underway.map(({ state }) => state))].join(", ")}`;
}

function uuidOf(id: string): string {
  return id.startsWith("load_")
    ? idToUuid("load", `load_${id.slice(5)}`)
    : idToUuid("batch", `batch_${id.slice(6)}`);
}
