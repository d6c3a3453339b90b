import { formatCount } from "#server/kernel/count.ts";
import { toDollars } from "#server/kernel/money.ts";
import type { LoadFieldsInput } from "#server/loads/rules/load-fields.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

export type ChargeEntry = LoadFieldsInput["lines"][number];

/** The charge a new load begins with. */
export const LINE_HAUL: ChargeEntry = { kind: "line_haul", description: "", amount: "" };

/** A form without anything in it. */
export const BLANK_LOAD: LoadFieldsInput = {
  loadNumber: "",
  subsidiaryId: "",
  customerId: "",
  poNumber: "",
  originCity: "",
  originState: "",
  destinationCity: "",
  destinationState: "",
  pickupOn: "",
  deliveredOn: "",
  weightLb: "",
  miles: "",
  lines: [LINE_HAUL],
};

/** A stored load as the form shows it: everything as text. */
export function toEntry(load: LoadDetails): LoadFieldsInput {
  return {
    loadNumber: load.number,
    subsidiaryId: load.subsidiaryId,
    customerId: load.customer.id,
    poNumber: load.poNumber,
    originCity: load.originCity,
    originState: load.originState,
    destinationCity: load.destinationCity,
    destinationState: load.destinationState,
    pickupOn: load.pickupOn ?? "",
    deliveredOn: load.deliveredOn ?? "",
    weightLb: load.weightLb === null ? "" : formatCount(load.weightLb),
    miles: load.miles === null ? "" : formatCount(load.miles),
    lines: load.lines.map(({ kind, description, cents }) => ({
      kind,
      description,
      amount: toDollars(cents),
    })),
  };
}
