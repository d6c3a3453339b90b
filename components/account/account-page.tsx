"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { PageHeader } from "#components/layout/page-header.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { ROLE_LABELS } from "#server/auth/rules/permissions.ts";
import { ChangeName } from "./change-name.tsx";
import { ChangePassword } from "./change-password.tsx";
import { Keyboard } from "./keyboard.tsx";
import { OtherCompanies } from "./other-companies.tsx";
import { OwnSessions } from "./own-sessions.tsx";

/** One's own name, password, sign-ins and companies. */
export function AccountPage() {
  const trpc = useTRPC();
  useLive(["people"], [trpc.account.pathKey()]);
  const { data: account } = useSuspenseQuery(trpc.account.get.queryOptions());
  const { email, role, billing, otherCompanies } = account;
  return (
    <>
      <PageHeader
        title="Your account"
        context={`${email} · ${ROLE_LABELS[role]}${billing ? " · Billing" : ""}`}
      />
      <div className="grid max-w-2xl gap-8 px-4 pt-2 pb-12 md:px-6">
        <ChangeName name={account.name} />
        <ChangePassword email={email} />
        <OwnSessions />
        <Keyboard />
        {otherCompanies.length > 0 && <OtherCompanies companies={otherCompanies} />}
      </div>
    </>
  );
}
