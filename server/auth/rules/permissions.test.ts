import { describe, expect, it } from "vitest";
import { GATES, mayPass, ROLES } from "./permissions.ts";

/** Who passes what: role × Billing → gates (R1). */
const TABLE = {
  admin: { without: ["signed_in", "setup"], withBilling: ["signed_in", "setup", "billing"] },
  partner_admin: { without: ["signed_in", "setup"], withBilling: ["signed_in", "setup", "billing"] },
  support: { without: ["signed_in", "setup"], withBilling: ["signed_in", "setup", "billing"] },
  member: { without: ["signed_in"], withBilling: ["signed_in", "billing"] },
} as const;

describe.each(ROLES)("%s", (role) => {
  const passed = (billing: boolean) => GATES.filter((gate) => mayPass(gate, { role, billing }));

  it("passes the gates of the role, and no billing gate without the permission", () => {
    expect(passed(false)).toEqual(TABLE[role].without);
  });

  it("passes the billing gate with the permission, and no setup gate because of it", () => {
    expect(passed(true)).toEqual(TABLE[role].withBilling);
  });
});
