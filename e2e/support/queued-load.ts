import { randomUUID } from "node:crypto";
import { kitPdf } from "#server/documents/testing/foreign-files.ts";
import type { ApiSession } from "./api.ts";
import { daysAgo } from "./days-ago.ts";

type LoadOf = { subsidiaryId: string; customerId: string; number: string; invoiceNumber: string };

const WAY = ["open", "dispatched", "in_transit", "delivered", "released"] as const;

/** Brings the first load of a subsidiary to Queued: delivered, with its papers, invoiced and merged. Answers its id. */
export async function aQueuedLoad(session: ApiSession, load: LoadOf): Promise<string> {
  const created = await session.mutate<{ loadId: string }>("loads.create", {
    ...{ subsidiaryId: load.subsidiaryId, customerId: load.customerId, loadNumber: load.number },
    ...{ poNumber: `PO-${load.number}`, originCity: "Joliet", originState: "IL" },
    ...{ destinationCity: "Toledo", destinationState: "OH", pickupOn: daysAgo(4) },
    ...{ deliveredOn: daysAgo(3), weightLb: "41,200", miles: "260", requestKey: randomUUID() },
    lines: [{ kind: "line_haul", description: "", amount: "1,850.00" }],
  });
  const { loadId } = created;
  for (const kind of ["rate_confirmation", "proof_of_delivery"]) {
    const body = Buffer.from(await kitPdf([`${kind} of ${load.number}`]));
    await session.fetch(`/api/loads/${loadId}/documents?kind=${kind}&name=${kind}.pdf`, {
      method: "POST",
      body,
    });
  }
  for (const [at, to] of WAY.slice(1).entries()) {
    const deliveredOn = to === "delivered" ? daysAgo(3) : undefined;
    await session.mutate("loads.move", { loadId, expected: WAY[at], to, deliveredOn });
  }
  await session.mutate("documents.invoiceLoad", { loadId, firstNumber: load.invoiceNumber });
  const queued = await session.mutate<{ kind: string }>("documents.invoiceAndMerge", { loadId });
  if (queued.kind !== "queued") throw new Error(`Not queued: ${JSON.stringify(queued)}`);
  return loadId;
}
