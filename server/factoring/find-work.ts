import { inCompany } from "#db/client.ts";
import { findBatchesByNumber, findLoadsByNumber } from "#db/queries/factoring-find.ts";
import type { Actor } from "#server/auth/actor.ts";

const LIMIT = 6;

type FoundLoad = Awaited<ReturnType<typeof findLoadsByNumber>>[number];

/** Loads and batches whose number begins with the text, for the command palette, and where to go with each. */
export async function findWork(actor: Actor, input: { text: string }) {
  const { scope } = actor;
  const digits = input.text.replace(/^(batch|load)\s*#?\s*/i, "");
  const [loads, batches] = await inCompany(scope, (tx) =>
    Promise.all([
      findLoadsByNumber(tx, scope, digits, LIMIT),
      /^\d+$/.test(digits) ? findBatchesByNumber(tx, scope, digits, LIMIT) : [],
    ]),
  );
  return { loads: loads.map((load) => ({ ...load, href: placeOf(load) })), batches };
}

// A load that is on its way or paid is told best by its batch; one that waits stands in its queue.
function placeOf({ number, status, subsidiaryId, batchId }: FoundLoad): string {
  if (batchId && status !== "queued") return `/reports/factoring/${batchId}?q=${encodeURIComponent(number)}`;
  return `/accounting/factoring-upload?subsidiary=${subsidiaryId}&q=${encodeURIComponent(number)}`;
}
