import { expect, test } from "vitest";
import { invoiceTexts } from "./invoice-texts.ts";

const carrier = {
  name: "Sample Hauling Inc",
  street: "1180 Larkin Ave",
  city: "Joliet",
  state: "IL",
  zip: "60435",
};
const own = "Sample Hauling Inc\n1180 Larkin Ave\nJoliet, IL 60435";
const notice = "Pay OTR Solutions only.";
const factor = "OTR Solutions\nLockbox 417";

test.each([
  ["factoring", { notice_of_assignment: notice, remit_to: factor }, factor, notice],
  ["factoring", { notice_of_assignment: notice }, "", notice],
  ["email", { notice_of_assignment: notice, remit_to: factor }, own, ""],
  ["email", { remit_to: "PO Box 9" }, "PO Box 9", ""],
  ["originals", {}, own, ""],
  [null, { notice_of_assignment: "  ", remit_to: " PO Box 9 " }, "PO Box 9", ""],
] as const)(
  "a customer invoiced by %s with the texts %j is asked to pay %j",
  (method, texts, remitTo, noa) => {
    const { remitTo: said, noticeOfAssignment } = invoiceTexts({ method, texts, carrier });
    expect([said, noticeOfAssignment]).toEqual([remitTo, noa]);
  },
);
