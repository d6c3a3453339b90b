import type { Tx } from "#db/client.ts";
import { findNamesakes } from "#db/queries/customer-inserts.ts";
import { insertLoads } from "#db/queries/load-inserts.ts";
import { listTakenLoadNumbers } from "#db/queries/load-numbers.ts";
import { listSubsidiaryChoices } from "#db/queries/subsidiaries.ts";
import { requestCreditChecks } from "#server/credit-check/request-credit-checks.ts";
import { type CustomerId, newId, type OutboxEventId, type SubsidiaryId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { type ImportedLoad, readLoadRow } from "../rules/read-load-row.ts";
import type { RowProblem } from "../rules/row-reading.ts";
import type { Resolved, RowKind } from "./row-kind.ts";
import { customerFinder } from "./which-customer.ts";
import { type Named, unknownSubsidiary, whichSubsidiaries } from "./which-subsidiary.ts";

type ReadyLoad = { load: ImportedLoad; customerId: CustomerId; subsidiaryId: SubsidiaryId };

/** Loads by number; one that is there stays as it is. New ones ask for their brokers' credit checks (R15). */
export const loadRows: RowKind<ImportedLoad, ReadyLoad> = {
  keyField: "loadNumber",
  notices: [{ topic: "load" }],
  read: readLoadRow,
  findKnown: listTakenLoadNumbers,
  resolver: async (tx, scope, loads) => {
    const subsidiaries = await listSubsidiaryChoices(tx, scope);
    const names = [...new Set(loads.flatMap(({ customerName }) => customerName || []))];
    const mcNumbers = [...new Set(loads.flatMap(({ customerMc }) => customerMc ?? []))];
    const findCustomer = customerFinder(await findNamesakes(tx, scope, { names, mcNumbers }));
    return (load) => {
      const customer = findCustomer(load);
      const subsidiary = subsidiaryOf(load, subsidiaries);
      if ("customer" in customer && "id" in subsidiary) {
        return { ready: { load, customerId: customer.customer.id, subsidiaryId: subsidiary.id } };
      }
      return problemsOf(customer, subsidiary);
    };
  },
  insert: async (tx, scope, rows, { by, at, fileName }) => {
    const loads = rows.map(({ line, ready: { load, customerId, subsidiaryId } }) => {
      const { customerName: _name, customerMc: _mc, subsidiaryName: _subsidiary, charges, ...fields } = load;
      return {
        ...fields,
        id: newId("load"),
        customerId,
        subsidiaryId,
        lines: charges.map(({ kind, cents }) => ({ kind, description: "", cents })),
        createdBy: by,
        createdAt: at,
        requestKey: null,
        reason: `Imported from ${fileName}, line ${line}`,
      };
    });
    const added = await insertLoads(tx, scope, loads);
    const created = loads.filter(({ id }) => added.has(id));
    return { created: created.length, events: await askForCredit(tx, scope, created, at) };
  },
};

function subsidiaryOf(
  { subsidiaryName }: ImportedLoad,
  subsidiaries: Named<SubsidiaryId>[],
): Named<SubsidiaryId> | RowProblem {
  const [only, another] =
    subsidiaryName === "" ? subsidiaries : whichSubsidiaries(subsidiaries, subsidiaryName);
  if (only && !another) return only;
  if (subsidiaryName !== "" && !only) return unknownSubsidiary(subsidiaryName, subsidiaries);
  const reason = only
    ? "Your company has several subsidiaries. The row must say whose load it is."
    : "Your company has no subsidiary yet. An admin adds the first under Company Profile.";
  return { field: "subsidiary", reason };
}

function problemsOf<Ready>(
  customer: ReturnType<ReturnType<typeof customerFinder>>,
  subsidiary: Named<SubsidiaryId> | RowProblem,
): Resolved<Ready> {
  return {
    problems: [
      ...("problem" in customer ? [customer.problem] : []),
      ...("reason" in subsidiary ? [subsidiary] : []),
    ],
  };
}

type Created = { customerId: CustomerId; subsidiaryId: SubsidiaryId };

async function askForCredit(
  tx: Tx,
  scope: CompanyScope,
  loads: Created[],
  at: Date,
): Promise<OutboxEventId[]> {
  const events: OutboxEventId[] = [];
  for (const [subsidiaryId, created] of Map.groupBy(loads, (load) => load.subsidiaryId)) {
    const customerIds = created.map(({ customerId }) => customerId);
    const trigger = "load_created" as const;
    events.push(...(await requestCreditChecks(tx, scope, { customerIds, subsidiaryId, trigger, at })));
  }
  return events;
}
