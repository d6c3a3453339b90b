import { INK } from "#server/documents/sheet/look.ts";
import { Sheet } from "#server/documents/sheet/sheet.ts";
import { printDate } from "#server/invoicing/print-words.ts";
import { lineWords } from "#server/invoicing/rules/line-words.ts";
import { formatCents } from "#server/kernel/money.ts";
import type { SubsidiaryRow } from "../data/companies.ts";
import { laneOf } from "../plan/lane-of.ts";
import type { LoadPlan } from "../plan/plan-types.ts";

const SMALL = { size: 7.5, leading: 1.35, ink: INK.muted } as const;
const HALF = 246;

const CONDITIONS = [
  "Carrier shall haul this shipment under its own authority and may not re-broker, assign or interline it.",
  "Driver calls or sends a check call at pickup, once each day in transit, and at delivery.",
  "Detention after two free hours, with in and out times on the bill of lading and notice while on site.",
  "A signed bill of lading and all receipts are due with the invoice. Accessorials need written approval.",
  "The load is tendered at the agreed rate, which includes all charges unless listed above.",
];

/** The agreed rate as a broker would send it to the carrier: its own paper, not ours. */
export async function drawRateConfirmation(load: LoadPlan, carrier: SubsidiaryRow): Promise<Uint8Array> {
  const { customer } = load;
  const sheet = await Sheet.open({
    title: `Rate confirmation ${load.poNumber}`,
    author: customer.name,
    madeOn: load.pickupOn,
  });
  sheet.text(customer.name.toUpperCase(), sheet.left, sheet.y, { size: 13, bold: true });
  sheet.text(
    `${customer.street}, ${customer.city}, ${customer.state} ${customer.zip}`,
    sheet.left,
    sheet.y + 18,
    SMALL,
  );
  sheet.text("LOAD / RATE CONFIRMATION", sheet.right, sheet.y, { size: 13, bold: true, align: "right" });
  sheet.text(`Load # ${load.poNumber || "see e-mail"}`, sheet.right, sheet.y + 18, {
    align: "right",
    bold: true,
  });
  sheet.y += 44;
  drawPanels(sheet, [
    ["CARRIER", [carrier.name, `${carrier.city}, ${carrier.state}`, `MC ${carrier.mcNumber ?? "-"}`]],
    ["EQUIPMENT", ["53' dry van", `${load.weightLb.toLocaleString("en-US")} lb`, `${load.lane[4]} miles`]],
  ]);
  const [originCity, originState, destinationCity, destinationState] = load.lane;
  drawPanels(sheet, [
    [
      "STOP 1: PICKUP",
      [`${originCity}, ${originState}`, printDate(load.pickupOn), "08:00 - 14:00, first come first served"],
    ],
    [
      "STOP 2: DELIVERY",
      [
        `${destinationCity}, ${destinationState}`,
        load.deliveredOn ? printDate(load.deliveredOn) : "As scheduled",
        "By appointment",
      ],
    ],
  ]);
  drawRate(sheet, load);
  sheet.text("TERMS AND CONDITIONS", sheet.left, sheet.y, { ...SMALL, bold: true });
  sheet.y += 13;
  for (const [index, condition] of CONDITIONS.entries()) {
    sheet.y = sheet.lines(
      sheet.wrap(`${index + 1}. ${condition}`, sheet.width, SMALL),
      sheet.left,
      sheet.y,
      SMALL,
    );
  }
  drawSignatures(sheet, customer.name, carrier.name);
  return sheet.finish(`${customer.name}  ·  Sign and return before pickup`);
}

function drawPanels(
  sheet: Sheet,
  panels: readonly (readonly [head: string, lines: readonly string[]])[],
): void {
  for (const [index, [head, lines]] of panels.entries()) {
    const x = sheet.left + index * (HALF + 20);
    sheet.box(x, sheet.y, HALF, 76, { border: INK.text });
    sheet.box(x, sheet.y, HALF, 17, { fill: INK.line });
    sheet.text(head, x + 8, sheet.y + 5, { size: 8, bold: true });
    sheet.lines(lines, x + 8, sheet.y + 26, { size: 9.5 });
  }
  sheet.y += 92;
}

function drawRate(sheet: Sheet, load: LoadPlan): void {
  sheet.text("AGREED RATE", sheet.left, sheet.y, { size: 8, bold: true });
  sheet.y += 14;
  sheet.rule(sheet.y, INK.text);
  for (const line of load.lines) {
    sheet.text(lineWords(line, laneOf(load)), sheet.left, sheet.y + 5);
    sheet.text(formatCents(line.amountCents), sheet.right, sheet.y + 5, { align: "right" });
    sheet.y += 19;
    sheet.rule(sheet.y);
  }
  sheet.text("TOTAL CARRIER PAY (USD)", sheet.left, sheet.y + 7, { bold: true });
  sheet.text(formatCents(load.totalCents), sheet.right, sheet.y + 7, { bold: true, align: "right" });
  sheet.y += 40;
}

function drawSignatures(sheet: Sheet, broker: string, carrier: string): void {
  sheet.y += 46;
  sheet.rule(sheet.y, INK.text);
  sheet.text(`For ${broker}`, sheet.left, sheet.y + 5, SMALL);
  sheet.text(`For ${carrier}`, sheet.right, sheet.y + 5, { ...SMALL, align: "right" });
}
