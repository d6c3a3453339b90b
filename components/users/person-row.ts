import type { InvitationRow, People, UserRow } from "#server/users/schemas.ts";

/** A line of the list: a user, or somebody who is invited. */
export type PersonRow =
  | { kind: "user"; isYou: boolean; user: UserRow }
  | { kind: "invitation"; invitation: InvitationRow };

/** What names a line, in the list and in the page's address. */
export function personKey(row: PersonRow): string {
  return row.kind === "user" ? row.user.userId : row.invitation.linkId;
}

/** Invitations first, for they wait for somebody; then the users; the deactivated last. Narrowed by name or e-mail. */
export function toPersonRows({ you, users, invitations }: People, search: string): PersonRow[] {
  const wanted = search.trim().toLowerCase();
  const fits = ({ name, email }: { name: string; email: string }) =>
    `${name} ${email}`.toLowerCase().includes(wanted);
  const userRows = (active: boolean): PersonRow[] =>
    users
      .filter((user) => user.active === active && fits(user))
      .map((user) => ({ kind: "user", user, isYou: user.userId === you.userId }));
  return [
    ...invitations.filter(fits).map((invitation): PersonRow => ({ kind: "invitation", invitation })),
    ...userRows(true),
    ...userRows(false),
  ];
}
