import { type CellReading, isEmptyCell, quoteCell } from "./cell.ts";
import type { TextOf } from "./import-mapping.ts";
import type { LoadFieldName } from "./load-fields.ts";
import { type ImportedCharge, readCharges } from "./read-charges.ts";
import { readDay } from "./read-day.ts";
import { type ImportedStatus, readLoadStatus } from "./read-load-status.ts";
import { readMcNumber } from "./read-mc-number.ts";
import { readPlace } from "./read-place.ts";
import { readWholeNumber } from "./read-whole-number.ts";
import type { RowProblem, RowReading } from "./row-reading.ts";

/** A load as a row describes it. Customer and subsidiary are still what the row calls them. */
export type ImportedLoad = {
  loadNumber: string;
  customerName: string;
  /** Digits without leading zeros; null where the row has none. */
  customerMc: string | null;
  subsidiaryName: string;
  status: ImportedStatus;
  poNumber: string;
  originCity: string;
  originState: string;
  destinationCity: string;
  destinationState: string;
  pickupOn: string | null;
  deliveredOn: string | null;
  weightLb: number | null;
  miles: number | null;
  charges: ImportedCharge[];
};

const LIMITS = [
  { field: "loadNumber", max: 30 },
  { field: "poNumber", max: 40 },
  { field: "originCity", max: 60 },
  { field: "destinationCity", max: 60 },
] as const satisfies readonly { field: LoadFieldName; max: number }[];
const MAX_WEIGHT_LB = 1_000_000;
const MAX_MILES = 100_000;

/** Reads a row of a loads file (R21). The load is known by its number; `today` is the company's calendar day. */
export function readLoadRow(text: TextOf, today: string): RowReading<ImportedLoad> {
  const problems: RowProblem[] = [];
  const cell = (field: LoadFieldName) => text(field);
  const refuse = (field: LoadFieldName, reason: string) => void problems.push({ field, reason });
  const read = <T>(field: LoadFieldName, reading: CellReading<T>): T | null => {
    if ("value" in reading) return reading.value;
    refuse(field, reading.reason);
    return null;
  };
  const place = (city: LoadFieldName, state: LoadFieldName) => {
    const reading = readPlace(cell(city), cell(state));
    if ("city" in reading) return reading;
    refuse(state, reading.reason);
    return { city: "", state: "" };
  };

  const loadNumber = cell("loadNumber");
  if (loadNumber === "") refuse("loadNumber", "The load number is missing.");
  const customerMc = read("customerMc", readMcNumber(cell("customerMc")));
  if (cell("customer") === "" && isEmptyCell(cell("customerMc"))) {
    refuse("customer", "The row names no customer, neither by name nor by MC number.");
  }
  const status = read("status", readLoadStatus(cell("status")));
  const origin = place("originCity", "originState");
  const destination = place("destinationCity", "destinationState");
  const pickupOn = read("pickupOn", readDay(cell("pickupOn")));
  const deliveredOn = read("deliveredOn", readDay(cell("deliveredOn")));
  const weightLb = read("weightLb", readWholeNumber(cell("weightLb"), MAX_WEIGHT_LB));
  const miles = read("miles", readWholeNumber(cell("miles"), MAX_MILES));
  const money = readCharges(text);
  problems.push(...money.problems);
  if (status === "delivered" && isEmptyCell(cell("deliveredOn"))) {
    refuse("deliveredOn", "A delivered load needs its delivery date.");
  }
  if (status === "delivered" && deliveredOn && deliveredOn > today) {
    refuse(
      "deliveredOn",
      `The delivery date ${deliveredOn} is still to come, but the load is said to be delivered.`,
    );
  }
  if (pickupOn && deliveredOn && deliveredOn < pickupOn) {
    refuse("deliveredOn", `Delivered on ${deliveredOn}, before it was picked up on ${pickupOn}.`);
  }
  const kept = {
    loadNumber,
    poNumber: cell("poNumber"),
    originCity: origin.city,
    destinationCity: destination.city,
  };
  for (const { field, max } of LIMITS) {
    if (kept[field].length > max) refuse(field, `${quoteCell(kept[field])} has more than ${max} characters.`);
  }

  const key = loadNumber || null;
  if (problems.length > 0 || !status) return { key, value: null, problems };
  return {
    key,
    problems,
    value: {
      ...kept,
      customerName: cell("customer"),
      customerMc,
      subsidiaryName: cell("subsidiary"),
      status,
      originState: origin.state,
      destinationState: destination.state,
      pickupOn,
      deliveredOn,
      weightLb,
      miles,
      charges: money.charges,
    },
  };
}
