import type { UnavailableWhy } from "#server/otr/read-invoice.ts";
import type { Seen } from "./read-page.ts";

const SILENT = "OTR did not answer. The last known status stays; it is asked again by itself.";

const WORDS = {
  timeout: SILENT,
  dns: SILENT,
  refused: SILENT,
  tls: SILENT,
  reset: SILENT,
  network: SILENT,
  server_error: "OTR had an error of its own. The last known status stays; it is asked again by itself.",
  not_found: "OTR does not show this invoice now. Ask OTR Solutions if it stays that way.",
  empty_reply: "OTR does not show this invoice now. Ask OTR Solutions if it stays that way.",
  unreadable_reply:
    "OTR's answer could not be read. The last known status stays; it is asked again by itself.",
} as const satisfies Record<UnavailableWhy, string>;

/** Why a read of an invoice gave no status, in plain words. */
export function unreadableWords(outcome: Exclude<Seen["outcome"], { kind: "status" }>): string {
  if (outcome.kind === "unavailable") return WORDS[outcome.why];
  return "OTR answered about another invoice, and the answer was discarded. Tell OTR Solutions.";
}
