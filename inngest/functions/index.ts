import type { InngestFunction } from "inngest";
import { buildCheckDemandedCredit, buildCheckRequestedCredit } from "./check-credit.ts";
import { buildImportRows } from "./import-rows.ts";
import { buildNightlySync } from "./nightly-sync.ts";
import { buildSubmitBatch } from "./submit-batch.ts";
import { buildSubmitInvoice } from "./submit-invoice.ts";
import { buildSweep } from "./sweep.ts";
import { buildSyncPurchases } from "./sync-purchases.ts";

/** What the functions take from the configuration. */
export type FunctionSettings = {
  /** Calls at a time per OTR login. */
  concurrency: number;
  /** Companies whose nightly sync is worked on at once. */
  nightlySyncs: number;
};

/** Every function the app serves to Inngest. Built at the first request: a production build has no configuration. */
export function buildFunctions(settings: FunctionSettings): InngestFunction.Any[] {
  return [
    buildSubmitBatch(),
    buildSubmitInvoice(settings),
    buildSyncPurchases(settings),
    buildCheckRequestedCredit(settings),
    buildCheckDemandedCredit(),
    buildImportRows(),
    buildNightlySync(),
    buildSweep(),
  ];
}
