import { expect, test } from "vitest";
import { guessKind } from "./guess-kind.ts";

test.each([
  ["Rate con 88213.pdf", "rate_confirmation"],
  ["RateConfirmation_PLL88213.pdf", "rate_confirmation"],
  ["ratecon.pdf", "rate_confirmation"],
  ["88213-RC.pdf", "rate_confirmation"],
  ["Load Tender 4471.pdf", "rate_confirmation"],
  ["POD 60417.jpg", "proof_of_delivery"],
  ["POD60417.jpg", "proof_of_delivery"],
  ["signed_bol.png", "proof_of_delivery"],
  ["BOL.pdf", "proof_of_delivery"],
  ["Bill of Lading - delivered.pdf", "proof_of_delivery"],
  ["Lumper receipt.pdf", "lumper_receipt"],
  ["unloading fee POD.pdf", "lumper_receipt"],
  ["CAT scale 1.jpg", "scale_ticket"],
  ["scale-ticket.pdf", "scale_ticket"],
  ["IMG_2044.jpg", "other"],
  ["scan0001.pdf", "other"],
  ["corporate.pdf", "other"],
  ["category list.pdf", "other"],
  ["", "other"],
] as const)("%j looks like a %s", (fileName, kind) => {
  expect(guessKind(fileName)).toBe(kind);
});
