import { Readable } from "node:stream";
import type { Actor } from "#server/auth/actor.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import { importRows } from "../import-rows.ts";
import { receiveImport } from "../receive-import.ts";
import type { ImportKind, ImportMode } from "../rules/import-kind.ts";
import { startImport } from "../start-import.ts";

/** A file that was taken in, its columns matched by their headers. */
export async function anUploadedFile(actor: Actor, kind: ImportKind, text: string): Promise<ImportId> {
  const { importId } = await receiveImport(actor, {
    kind,
    fileName: `${kind}.csv`,
    body: Readable.from([Buffer.from(text)]),
  });
  return importId;
}

/** Starts an import and does in turn what the background function would. */
export async function runImport(actor: Actor, importId: ImportId, mode: ImportMode): Promise<void> {
  const result = await startImport(actor, { importId, mode });
  if (result.kind === "refused") throw new Error(result.sentence);
  await runToEnd(actor, importId);
}

/** Takes the steps of a running import until it ends. */
export async function runToEnd({ scope }: Actor, importId: ImportId): Promise<void> {
  for (;;) if ((await importRows({ scope, importId })).next === "end") return;
}

/** A file of so many good loads, their numbers from `first` on. */
export function loadsFile(customer: string, count: number, first = 1): string {
  const rows = Array.from(
    { length: count },
    (_, index) => `L-${first + index},${customer},Delivered,10/11/2026,"$1,850.00","Joliet, IL"`,
  );
  return ["Load #,Customer,Status,Delivery Date,Rate,Origin", ...rows].join("\r\n");
}
