import { describe, expect, it } from "vitest";
import { ROLES } from "#server/auth/rules/permissions.ts";
import { newId } from "#server/kernel/ids.ts";
import {
  grantableRoles,
  mayGrantBilling,
  mayHandOut,
  refuseUserChange,
  type UserChange,
  type UserFacts,
} from "./user-changes.ts";

const a = (role: UserFacts["role"], facts: Partial<UserFacts> = {}): UserFacts => ({
  userId: newId("user"),
  role,
  billing: false,
  active: true,
  ...facts,
});

describe("who hands out what", () => {
  it.each([
    ["admin", ["admin", "partner_admin", "support", "member"]],
    ["partner_admin", ["partner_admin", "support", "member"]],
    ["support", ["support", "member"]],
    ["member", []],
  ] as const)("%s hands out %j", (role, roles) => {
    expect(grantableRoles(role)).toEqual(roles);
  });

  it("nobody hands out more than they hold: no role above theirs, Billing only as Admin or with Billing", () => {
    const giving = ROLES.flatMap((role) => [false, true].map((billing) => ({ role, billing })));
    const table = Object.fromEntries(
      giving.map((by) => [`${by.role}${by.billing ? "+B" : ""}`, mayGrantBilling(by)]),
    );
    expect(table).toEqual({
      admin: true,
      "admin+B": true,
      partner_admin: false,
      "partner_admin+B": true,
      support: false,
      "support+B": true,
      member: false,
      "member+B": false,
    });
    expect(mayHandOut(a("support"), { role: "member", billing: true })).toBe(false);
    expect(mayHandOut(a("support", { billing: true }), { role: "member", billing: true })).toBe(true);
    expect(mayHandOut(a("partner_admin", { billing: true }), { role: "admin", billing: false })).toBe(false);
  });
});

const CHANGES: [UserChange["kind"], UserChange][] = [
  ["role", { kind: "role", role: "support" }],
  ["billing", { kind: "billing", billing: true }],
  ["deactivate", { kind: "deactivate" }],
  ["reactivate", { kind: "reactivate" }],
  ["reset_password", { kind: "reset_password" }],
];

describe("changing another user", () => {
  it.each(CHANGES)("%s: an Admin may, for every role", (_, change) => {
    for (const role of ROLES) expect(refuseUserChange(a("admin"), a(role), change, 2)).toBeUndefined();
  });

  it.each(CHANGES)("%s: nobody below an Admin may touch an Admin", (_, change) => {
    for (const role of ["partner_admin", "support", "member"] as const) {
      expect(refuseUserChange(a(role, { billing: true }), a("admin"), change, 2)).toBe("above_you");
    }
  });

  it.each(CHANGES)("%s: Support may not touch a Partner Admin, a member nobody", (_, change) => {
    expect(refuseUserChange(a("support"), a("partner_admin"), change, 2)).toBe("above_you");
    expect(refuseUserChange(a("member", { billing: true }), a("member"), change, 2)).toBe("above_you");
  });

  it.each([
    [
      "a Partner Admin makes no Admin",
      a("partner_admin"),
      a("member"),
      { kind: "role", role: "admin" },
      "role_above_you",
    ],
    [
      "Support makes no Partner Admin",
      a("support"),
      a("member"),
      { kind: "role", role: "partner_admin" },
      "role_above_you",
    ],
    [
      "Billing isn't given by who lacks it",
      a("support"),
      a("member"),
      { kind: "billing", billing: true },
      "billing_not_yours",
    ],
    [
      "but may be taken",
      a("support"),
      a("member", { billing: true }),
      { kind: "billing", billing: false },
      undefined,
    ],
    [
      "nor is it had by way of a biller's password",
      a("support"),
      a("member", { billing: true }),
      { kind: "reset_password" },
      "billing_not_yours",
    ],
    [
      "nor by way of an old biller's access",
      a("support"),
      a("member", { billing: true, active: false }),
      { kind: "reactivate" },
      "billing_not_yours",
    ],
    [
      "a deactivated user gets no link",
      a("admin"),
      a("member", { active: false }),
      { kind: "reset_password" },
      "deactivated",
    ],
  ] as const)("%s", (_, by, user, change, refusal) => {
    expect(refuseUserChange(by, user, change, 2)).toBe(refusal);
  });
});

describe("oneself", () => {
  it.each([
    ["role", { kind: "role", role: "admin" }, "own_role"],
    ["deactivate", { kind: "deactivate" }, "own_deactivation"],
    ["reset_password", { kind: "reset_password" }, "own_password"],
  ] as const)("%s is refused, for an Admin too", (_, change, refusal) => {
    const me = a("admin");
    expect(refuseUserChange(me, me, change, 5)).toBe(refusal);
  });

  it("only an Admin ticks Billing for themselves; anybody may give it up", () => {
    const admin = a("admin");
    const support = a("support", { billing: true });
    expect(refuseUserChange(admin, admin, { kind: "billing", billing: true }, 1)).toBeUndefined();
    expect(refuseUserChange(support, support, { kind: "billing", billing: true }, 1)).toBe("own_billing");
    expect(refuseUserChange(support, support, { kind: "billing", billing: false }, 1)).toBeUndefined();
  });
});

describe("the last active Admin", () => {
  it.each([
    ["is not deactivated", { kind: "deactivate" }, "last_admin"],
    ["is not demoted", { kind: "role", role: "member" }, "last_admin"],
    ["may stay Admin", { kind: "role", role: "admin" }, undefined],
    ["may get a new password", { kind: "reset_password" }, undefined],
  ] as const)("%s", (_, change, refusal) => {
    expect(refuseUserChange(a("admin"), a("admin"), change, 1)).toBe(refusal);
  });

  it("isn't an Admin who was deactivated before", () => {
    const gone = a("admin", { active: false });
    expect(refuseUserChange(a("admin"), gone, { kind: "role", role: "member" }, 1)).toBeUndefined();
  });
});
