import { cookies } from "next/headers";
import type { ReactNode } from "react";
import { Shell } from "#components/layout/shell.tsx";
import { readTheme, THEME_COOKIE } from "#components/layout/theme.ts";
import { TrpcProvider } from "#components/providers/trpc-provider.tsx";
import { SignOutButton } from "#components/sign-in/sign-out-button.tsx";
import { currentActor } from "#server/auth/current-actor.ts";
import { describeActor } from "#server/auth/describe-actor.ts";

/** The frame. Each page checks for itself who may see it; without a session it is about to redirect. */
export default async function TmsLayout({ children }: { children: ReactNode }) {
  const actor = await currentActor();
  if (!actor) return children;
  const theme = readTheme((await cookies()).get(THEME_COOKIE)?.value);
  return (
    <TrpcProvider>
      <Shell person={await describeActor(actor)} theme={theme} signOut={<SignOutButton />}>
        {children}
      </Shell>
    </TrpcProvider>
  );
}
