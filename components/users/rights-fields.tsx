import { Checkbox } from "#components/ui/checkbox.tsx";
import { Label } from "#components/ui/label.tsx";
import { Select } from "#components/ui/select.tsx";
import { type Membership, ROLE_LABELS, ROLES } from "#server/auth/rules/permissions.ts";
import { grantableRoles } from "#server/users/rules/user-changes.ts";

type RightsFieldsProps = {
  /** Who gives the rights. */
  by: Membership;
  rights: Membership;
  onChange: (rights: Membership) => void;
  /** Why the role, or Billing, can't be changed here at all. */
  roleRefusal?: string;
  billingRefusal?: string;
};

const ROLE_MEANINGS = {
  admin: "Sets everything up and manages every user.",
  partner_admin: "Sets everything up and manages users, but no Admin.",
  support: "Sets everything up and manages Support users and Members.",
  member: "Sees and creates loads and customers.",
} as const satisfies Record<Membership["role"], string>;

/** Role and Billing: what may be given can be chosen, and for the rest it says why not. */
export function RightsFields({ by, rights, onChange, roleRefusal, billingRefusal }: RightsFieldsProps) {
  const grantable = grantableRoles(by.role);
  const billingNote = billingRefusal ?? "Submits batches, sees Reports > Factoring and syncs them.";
  return (
    <>
      <div className="grid gap-1.5">
        <Label htmlFor="user-role">Role</Label>
        <Select
          id="user-role"
          value={rights.role}
          disabled={roleRefusal !== undefined}
          aria-describedby="user-role-note"
          onChange={({ target }) => {
            const role = ROLES.find((known) => known === target.value);
            if (role) onChange({ ...rights, role });
          }}
        >
          {ROLES.map((role) => (
            <option key={role} value={role} disabled={!grantable.includes(role)}>
              {ROLE_LABELS[role]}
            </option>
          ))}
        </Select>
        <p id="user-role-note" className="text-muted-foreground text-sm">
          {roleRefusal ?? ROLE_MEANINGS[rights.role]}
        </p>
      </div>
      <div className="grid gap-1">
        <span className="flex items-center gap-2">
          <Checkbox
            id="user-billing"
            checked={rights.billing}
            disabled={billingRefusal !== undefined}
            aria-describedby="user-billing-note"
            onChange={({ target }) => onChange({ ...rights, billing: target.checked })}
          />
          <Label htmlFor="user-billing">Billing</Label>
        </span>
        <p id="user-billing-note" className="text-muted-foreground text-sm">
          {billingNote}
        </p>
      </div>
    </>
  );
}
