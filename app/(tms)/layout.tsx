import { cookies } from "next/headers";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";
import { CompanyTime } from "#components/layout/company-time.tsx";
import { FollowPerson } from "#components/layout/follow-person.tsx";
import { Shell } from "#components/layout/shell.tsx";
import { readSingleKeys, SINGLE_KEYS_COOKIE } from "#components/layout/single-keys.ts";
import { SingleKeysChoice } from "#components/layout/single-keys-choice.tsx";
import { readTheme, THEME_COOKIE } from "#components/layout/theme.ts";
import { TrpcProvider } from "#components/providers/trpc-provider.tsx";
import { SignOutButton } from "#components/sign-in/sign-out-button.tsx";
import { currentActor } from "#server/auth/current-actor.ts";
import { describeActor } from "#server/auth/describe-actor.ts";

/** The frame. Each page checks for itself who may see it; without a session it is about to redirect. */
export default async function TmsLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const person = describeActor(actor);
  const store = await cookies();
  return (
    <NuqsAdapter>
      <TrpcProvider>
        <FollowPerson shown={person} />
        <CompanyTime timeZone={person.company.timeZone}>
          <SingleKeysChoice initial={readSingleKeys(store.get(SINGLE_KEYS_COOKIE)?.value)}>
            <Shell
              person={person}
              theme={readTheme(store.get(THEME_COOKIE)?.value)}
              signOut={<SignOutButton />}
            >
              {children}
            </Shell>
          </SingleKeysChoice>
        </CompanyTime>
      </TrpcProvider>
    </NuqsAdapter>
  );
}
