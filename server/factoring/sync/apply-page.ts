import { inCompany, type Tx } from "#db/client.ts";
import { isOddData } from "#db/odd-data.ts";
import { updateBatchesSynced } from "#db/queries/batches.ts";
import type { OtrLogin } from "#db/queries/integrations.ts";
import { updateSyncAdvanced } from "#db/queries/sync-runs.ts";
import { recordAudits } from "#server/audit/record-audit.ts";
import { noteCall } from "#server/integrations/note-call.ts";
import type { Verdict } from "../rules/purchase-reading.ts";
import { applyReadings } from "./apply-readings.ts";
import { exchangeRecords } from "./exchange-records.ts";
import { isSameState, judgeSeen } from "./judge-seen.ts";
import type { PageRead, Seen } from "./read-page.ts";
import type { SyncWork } from "./sync-job.ts";

/**
 * Writes down what reading a page brought, in one transaction, and returns how each invoice counts. An invoice without
 * news costs a comparison and no write. What OTR said of one invoice can't keep the others from being written.
 */
export async function applyPage(work: SyncWork, login: OtrLogin, page: PageRead): Promise<Verdict[]> {
  const looks = page.seen.map((one) => ({ one, ...lookAt(one, work.now) }));
  const quiet = looks.filter(({ isNews }) => !isNews);
  const news = looks.flatMap(({ one, isNews }) => (isNews ? one : []));
  const close = async (tx: Tx) => {
    const unchanged = quiet.map(({ one }) => one);
    await recordAudits(tx, work.scope, exchangeRecords(work, news, unchanged));
    await closePage(tx, work, login, page);
  };
  const verdicts = await inCompany(work.scope, async (tx) => {
    const applied = await applyReadings(tx, work, news);
    await close(tx);
    return applied;
  }).catch(async (error) => {
    if (!isOddData(error)) throw error;
    const applied = await applyEachAlone(work, news);
    await inCompany(work.scope, close);
    return applied;
  });
  return [...quiet.map(({ verdict }) => verdict), ...verdicts];
}

/** Looks at a reading beside the row as the page began. What is no news then needs no lock: there is nothing to write. */
function lookAt({ purchase, outcome }: Seen, now: Date): { isNews: boolean; verdict: Verdict } {
  const { verdict, state, moves } = judgeSeen({ known: purchase, loadStatus: "invoiced" }, outcome, now);
  return { isNews: outcome.kind === "mismatch" || moves || !isSameState(purchase, state), verdict };
}

async function applyEachAlone(work: SyncWork, news: readonly Seen[]): Promise<Verdict[]> {
  const verdicts: Verdict[] = [];
  for (const one of news) verdicts.push(...(await applyAlone(work, one)));
  return verdicts;
}

/** What the database can't hold is as good as unreadable: a code beyond its numbers, a character beyond its text. */
function applyAlone(work: SyncWork, one: Seen): Promise<Verdict[]> {
  const apply = (seen: Seen) => inCompany(work.scope, (tx) => applyReadings(tx, work, [seen]));
  return apply(one).catch((error) => {
    if (!isOddData(error)) throw error;
    const { exchange } = one.outcome;
    return apply({ ...one, outcome: { kind: "unavailable", why: "unreadable_reply", exchange } });
  });
}

/** Notes the page's batches as synced, and what it says about the login. */
async function closePage(
  tx: Tx,
  { scope, syncRunId, now }: SyncWork,
  login: OtrLogin,
  { seen, halt }: PageRead,
): Promise<void> {
  const asked = seen.map(({ purchase }) => purchase.batchId);
  await updateBatchesSynced(tx, scope, asked, syncRunId, now);
  await updateSyncAdvanced(tx, scope, syncRunId, now);
  if (halt?.kind === "trouble") await noteCall(tx, scope, login, halt.trouble, now);
  else if (seen.some(({ outcome }) => outcome.kind === "status")) await noteCall(tx, scope, login, null, now);
}
