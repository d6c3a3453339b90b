import { describe, expect, test } from "vitest";
import type { TextOf } from "./import-mapping.ts";
import { readCustomerRow } from "./read-customer-row.ts";
import { readLoadRow } from "./read-load-row.ts";

const textOf =
  (cells: Record<string, string>): TextOf =>
  (field) =>
    cells[field] ?? "";

const TODAY = "2026-11-24";

const CUSTOMER = {
  name: "Prairie Lantern Logistics",
  mcNumber: "MC-0412907",
  state: "Illinois",
  zip: "60432",
};

const LOAD = {
  loadNumber: "L-48211",
  customer: "Prairie Lantern Logistics",
  status: "Delivered",
  originCity: "Joliet, IL",
  destinationCity: "Toledo",
  destinationState: "OH",
  deliveredOn: "10/11/2026",
  lineHaul: "$1,850.00",
};

describe("a row of customers", () => {
  test("is read into a customer: a broker unless it says otherwise", () => {
    expect(readCustomerRow(textOf(CUSTOMER))).toEqual({
      key: "prairie lantern logistics",
      problems: [],
      value: {
        name: "Prairie Lantern Logistics",
        kind: "broker",
        mcNumber: "412907",
        street: "",
        city: "",
        state: "IL",
        zip: "60432",
        method: null,
        subsidiary: "",
      },
    });
  });

  test.each([
    [{ kind: "Freight Broker" }, { kind: "broker" }],
    [{ kind: "SHIPPER" }, { kind: "shipper" }],
    [{ mcNumber: "N/A" }, { mcNumber: null }],
    [{ invoicingMethod: "factoring" }, { method: "factoring" }],
    [{ invoicingMethod: "Online System" }, { method: "online_system" }],
  ])("with %j has %j", (cells, expected) => {
    expect(readCustomerRow(textOf({ ...CUSTOMER, ...cells })).value).toMatchObject(expected);
  });

  test.each([
    [{ name: "" }, "name", "Enter the customer's name."],
    [{ name: "x".repeat(121) }, "name", "120"],
    [{ mcNumber: "FF-1" }, "mcNumber", "not an MC number"],
    [{ kind: "carrier" }, "kind", "“carrier”"],
    [{ kind: "constructor" }, "kind", "“constructor”"],
    [{ state: "Illinoise" }, "state", "not a state"],
    [{ zip: "60432-1234-9" }, "zip", "10 characters"],
    [{ invoicingMethod: "cash" }, "invoicingMethod", "Factoring, Email, EDI"],
  ])("with %j is bad in the field %s", (cells, field, words) => {
    const { value, problems } = readCustomerRow(textOf({ ...CUSTOMER, ...cells }));
    expect(value).toBeNull();
    expect(problems).toEqual([{ field, reason: expect.stringContaining(words) }]);
  });
});

describe("a row of loads", () => {
  test("is read into a load", () => {
    expect(
      readLoadRow(textOf({ ...LOAD, weightLb: "44,000", customerMc: "MC 0412907", detention: "75" }), TODAY),
    ).toEqual({
      key: "L-48211",
      problems: [],
      value: {
        loadNumber: "L-48211",
        customerName: "Prairie Lantern Logistics",
        customerMc: "412907",
        subsidiaryName: "",
        status: "delivered",
        poNumber: "",
        originCity: "Joliet",
        originState: "IL",
        destinationCity: "Toledo",
        destinationState: "OH",
        pickupOn: null,
        deliveredOn: "2026-10-11",
        weightLb: 44_000,
        miles: null,
        charges: [
          { kind: "line_haul", cents: 185_000 },
          { kind: "detention", cents: 7_500 },
        ],
      },
    });
  });

  test.each([
    [{ lineHaul: "", total: "1,900.00", fuelSurcharge: "50" }, [185_000, 5_000]],
    [{ total: "1,900.00", fuelSurcharge: "50" }, [185_000, 5_000]],
    [{ lumper: "0.00" }, [185_000]],
  ])("with the charges %j has %j", (cells, cents) => {
    const { value } = readLoadRow(textOf({ ...LOAD, ...cells }), TODAY);
    expect(value?.charges.map((charge) => charge.cents)).toEqual(cents);
  });

  test.each([
    [{ loadNumber: "" }, "loadNumber", "missing"],
    [{ customer: "", customerMc: "N/A" }, "customer", "names no customer"],
    [{ customerMc: "MX 5" }, "customerMc", "not an MC number"],
    [{ status: "Invoiced" }, "status", "Import the load as Delivered"],
    [{ deliveredOn: "" }, "deliveredOn", "needs its delivery date"],
    [{ deliveredOn: "11/25/2026" }, "deliveredOn", "still to come"],
    [{ loadNumber: "7".repeat(31) }, "loadNumber", "more than 30 characters"],
    [{ pickupOn: "10/12/2026" }, "deliveredOn", "before it was picked up"],
    [{ originState: "1L" }, "originState", "not a state"],
    [{ lineHaul: "" }, "lineHaul", "neither a line haul nor a total"],
    [{ lineHaul: "0.00" }, "lineHaul", "$0.00"],
    [{ lineHaul: "1.234,50" }, "lineHaul", "not an amount"],
    [{ total: "1,850.01" }, "total", "add up to $1,850.00, but the total says $1,850.01"],
    [{ lineHaul: "", total: "10", detention: "75" }, "total", "less than the other charges"],
    [{ poNumber: "7".repeat(41) }, "poNumber", "more than 40 characters"],
    [{ miles: "far" }, "miles", "“far”"],
  ])("with %j is bad in the field %s", (cells, field, words) => {
    const { value, problems } = readLoadRow(textOf({ ...LOAD, ...cells }), TODAY);
    expect(value).toBeNull();
    expect(problems).toEqual([{ field, reason: expect.stringContaining(words) }]);
  });

  test("names all that is wrong with it at once", () => {
    const { problems } = readLoadRow(textOf({ ...LOAD, status: "Paid", lineHaul: "?", miles: "far" }), TODAY);
    expect(problems.map(({ field }) => field)).toEqual(["status", "miles", "lineHaul"]);
  });
});
