"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { UserPlus } from "lucide-react";
import dynamic from "next/dynamic";
import { useQueryState } from "nuqs";
import { useCallback, useMemo } from "react";
import { DataTable } from "#components/layout/data-table.tsx";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { SearchBox } from "#components/layout/search-box.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { PERSON_PHONE_GRID, personColumns } from "./person-columns.tsx";
import { type PersonRow, personKey, toPersonRows } from "./person-row.ts";

const InviteDialog = dynamic(() => import("./invite-dialog.tsx").then((m) => m.InviteDialog), { ssr: false });
const UserDialog = dynamic(() => import("./user-dialog.tsx").then((m) => m.UserDialog), { ssr: false });
const InvitationDialog = dynamic(() => import("./invitation-dialog.tsx").then((m) => m.InvitationDialog), {
  ssr: false,
});

/** Management > Users: who is in the company, with which rights, and who is invited (R3). */
export function UsersPage() {
  const trpc = useTRPC();
  const [search, setSearch] = useQueryState("q", { defaultValue: "", history: "replace" });
  const [opened, setOpened] = useQueryState("open", { history: "replace" });
  useLive(["people"], [trpc.users.pathKey()]);
  const { data } = useSuspenseQuery(trpc.users.list.queryOptions());
  const rows = useMemo(() => toPersonRows(data, search), [data, search]);
  const open = useCallback((row: PersonRow) => void setOpened(personKey(row)), [setOpened]);
  const columns = useMemo(() => personColumns(open), [open]);
  const find = useCallback((q: string) => void setSearch(q || null), [setSearch]);
  const close = () => void setOpened(null);
  const user = data.users.find(({ userId }) => userId === opened);
  const invitation = data.invitations.find(({ linkId }) => linkId === opened);
  return (
    <>
      <PageHeader title="Users" context="Who signs in to your company, and what each may do">
        <Button variant="primary" onClick={() => void setOpened("invite")}>
          <UserPlus aria-hidden />
          Invite user
        </Button>
      </PageHeader>
      <search aria-label="Filter users" className="flex px-4 pb-3 md:px-6">
        <SearchBox label="Search users" placeholder="Name or e-mail" value={search} onSearch={find} />
      </search>
      <div className="md:px-4">
        <DataTable
          label="Users"
          columns={columns}
          rows={rows}
          rowKey={personKey}
          onOpen={open}
          phoneGrid={PERSON_PHONE_GRID}
          empty={
            <EmptyState
              title="Nobody of that name"
              action={<Button onClick={() => find("")}>Show everybody</Button>}
            >
              No user and no invitation has “{search}” in its name or e-mail.
            </EmptyState>
          }
        />
      </div>
      {opened === "invite" && <InviteDialog you={data.you} onClose={close} />}
      {user && <UserDialog key={user.userId} user={user} people={data} onClose={close} />}
      {invitation && (
        <InvitationDialog key={invitation.linkId} invitation={invitation} you={data.you} onClose={close} />
      )}
    </>
  );
}
