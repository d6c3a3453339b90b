import type { Tx } from "#db/client.ts";
import { countNeedsYou } from "#db/queries/factoring-report.ts";
import { selectInvoiceRows } from "#db/queries/factoring-report-invoice-rows.ts";
import {
  countFinancedMoney,
  countOpenMoney,
  countQueuedMoney,
  listMoneyByWeek,
} from "#db/queries/home-money.ts";
import { countNotReady, listBrokersToCall, listWaitingInvoices } from "#db/queries/home-waiting.ts";
import type { Actor } from "#server/auth/actor.ts";
import { readCreditMarks } from "#server/credit-check/read-credit-marks.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { toInvoiceRow } from "#server/reports/invoice-row.ts";
import { lastWeeks, monthStart } from "./rules/weeks.ts";
import type { BillingHome, BrokerToCall, WaitingInvoice } from "./schemas.ts";

const SHOWN = 5;

type Now = { now: Date; timeZone: string };

/** What waits for a biller, and where the money stands. Each list is cut to its first five. */
export async function readBilling(tx: Tx, actor: Actor, at: Now): Promise<BillingHome> {
  const { scope } = actor;
  const [waiting, needsYou, toCall, notReady, stages, weeks] = await Promise.all([
    listWaitingInvoices(tx, scope, SHOWN),
    countNeedsYou(tx, scope),
    listBrokersToCall(tx, scope, SHOWN),
    countNotReady(tx, scope),
    readStages(tx, scope, at),
    readWeeks(tx, scope, at),
  ]);
  const rows = waiting.length === 0 ? [] : await selectInvoiceRows(tx, scope, idsOf(waiting));
  const credit = await readCreditMarks(tx, scope, [...rows, ...toCall]);
  const invoices = waiting.flatMap(({ id, batchId, batchNumber, usdotNumber }): WaitingInvoice[] => {
    const row = rows.find((one) => one.id === id);
    if (!row) return [];
    const batch = { usdotNumber, lastSync: null };
    const { loadId, loadNumber, customerName, amountCents, note } = toInvoiceRow(row, batch, actor);
    const facts = { id, loadId, loadNumber, customerName, amountCents, batchId, batchNumber, note };
    return [{ ...facts, credit: credit(row) }];
  });
  const brokers = toCall.map(
    (broker): BrokerToCall => ({
      customerId: broker.customerId,
      subsidiaryName: broker.subsidiaryName,
      name: broker.name,
      credit: credit(broker),
      loads: broker.loads,
      cents: broker.cents,
    }),
  );
  return {
    waiting: { total: needsYou.invoices, invoices },
    toCall: { total: toCall[0]?.total ?? 0, brokers },
    notReady,
    stages,
    weeks,
  };
}

function idsOf<Id>(rows: readonly { id: Id }[]): Id[] {
  return rows.map(({ id }) => id);
}

async function readStages(
  tx: Tx,
  scope: CompanyScope,
  { now, timeZone }: Now,
): Promise<BillingHome["stages"]> {
  const thisWeek = lastWeeks(now, timeZone).at(-1) ?? monthStart(now, timeZone);
  const [queued, atOtr, financedThisWeek, financedThisMonth] = await Promise.all([
    countQueuedMoney(tx, scope),
    countOpenMoney(tx, scope),
    countFinancedMoney(tx, scope, { from: thisWeek, timeZone }),
    countFinancedMoney(tx, scope, { from: monthStart(now, timeZone), timeZone }),
  ]);
  return { queued, atOtr, financedThisWeek, financedThisMonth };
}

async function readWeeks(tx: Tx, scope: CompanyScope, { now, timeZone }: Now): Promise<BillingHome["weeks"]> {
  const mondays = lastWeeks(now, timeZone);
  const since = { from: mondays[0] ?? monthStart(now, timeZone), timeZone };
  const [accepted, financed] = await Promise.all([
    listMoneyByWeek(tx, scope, "accepted", since),
    listMoneyByWeek(tx, scope, "financed", since),
  ]);
  const centsOf = (weeks: { monday: string; cents: number }[], monday: string) =>
    weeks.find((week) => week.monday === monday)?.cents ?? 0;
  return mondays.map((monday) => ({
    monday,
    acceptedCents: centsOf(accepted, monday),
    financedCents: centsOf(financed, monday),
  }));
}
