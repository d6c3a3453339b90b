import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type DraftProblem, draftProblems, type InvoiceDraft } from "./invoice-draft.ts";
import { centsOfDollars, createInvoiceBody, dollarsOfCents } from "./mapper.ts";
import { draft } from "./testing/open-desk.ts";

describe("the create body", () => {
  test("is this, byte for byte: its hash is stored and a replay must be identical", () => {
    expect(createInvoiceBody(draft)).toBe(
      '{"BrokerMC":412907,"ClientDOT":"3104488","InvoiceNo":"60417","PoNumber":"PLL88213",' +
        '"InvoiceAmount":1850.00,"InvoiceDate":"2026-10-12",' +
        '"FromCity":"JOLIET","FromState":"IL","ToCity":"TOLEDO","ToState":"OH"}',
    );
  });

  test("escapes text and carries what is optional only when given", () => {
    const body = createInvoiceBody({
      ...draft,
      poNumber: 'P"1\n',
      notes: "Load L-1",
      miles: 0,
      weightPounds: 42_000,
    });
    expect(JSON.parse(body)).toMatchObject({
      PoNumber: 'P"1\n',
      Notes: "Load L-1",
      Miles: 0,
      Weight: 42_000,
    });
    expect(createInvoiceBody(draft)).not.toMatch(/Notes|Miles|Weight|Zip|Term/);
  });

  test.each<[DraftProblem, Partial<InvoiceDraft>]>([
    ["mc_number", { mcNumber: "" }],
    ["mc_number", { mcNumber: "000371" }],
    ["usdot_number", { usdotNumber: "" }],
    ["invoice_no", { invoiceNo: " " }],
    ["po_number", { poNumber: "" }],
    ["amount", { amountCents: 0 }],
    ["amount", { amountCents: -1 }],
    ["amount", { amountCents: Number.NaN }],
    ["amount", { amountCents: 100.5 }],
    ["invoice_date", { invoiceDate: "2026-02-30" }],
    ["invoice_date", { invoiceDate: "10/12/2026" }],
    ["from_city", { from: { city: "", state: "IL" } }],
    ["from_state", { from: { city: "Joliet", state: "Illinois" } }],
    ["to_city", { to: { city: " ", state: "OH" } }],
    ["to_state", { to: { city: "Toledo", state: "" } }],
    ["miles", { miles: -3 }],
    ["weight", { weightPounds: Number.POSITIVE_INFINITY }],
  ])("is refused before any call for %s in %j", (problem, change) => {
    const bad = { ...draft, ...change };
    expect(draftProblems(bad)).toEqual([problem]);
    expect(() => createInvoiceBody(bad)).toThrow(problem);
  });
});

describe("dollars", () => {
  test.each([
    [1, "0.01"],
    [10, "0.10"],
    [185_000, "1850.00"],
    [123_456_789_012_345, "1234567890123.45"],
  ])("%d cents are %s", (cents, dollars) => {
    expect(dollarsOfCents(cents)).toBe(dollars);
  });

  test.each([
    [1850, 185_000],
    [1850.1, 185_010],
    [1.005, 101],
    [1.115, 112],
    [0.994_999, 99],
    ["1850.00", 185_000],
    [-1.5, -150],
    [1e21, null],
    ["1,850", null],
    [Number.NaN, null],
    [null, null],
  ])("%j dollars are %j cents", (dollars, cents) => {
    expect(centsOfDollars(dollars)).toBe(cents);
  });

  test("every amount survives the way to OTR and back", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), (cents) => {
        expect(centsOfDollars(JSON.parse(dollarsOfCents(cents)))).toBe(cents);
      }),
    );
  });
});
