import type { Metadata } from "next";
import { headers } from "next/headers";
import { AccountLinkPage } from "#components/account-link/account-link-page.tsx";
import { DeadLink } from "#components/account-link/dead-link.tsx";
import { currentActor } from "#server/auth/current-actor.ts";
import { describeAccountLink } from "#server/users/describe-account-link.ts";

export const metadata: Metadata = { title: "Invitation", referrer: "no-referrer", robots: "noindex" };

type Props = { params: Promise<{ token: string }> };

export default async function InvitationPage({ params }: Props) {
  const { token } = await params;
  const [answer, actor] = await Promise.all([
    describeAccountLink("invitation", token, await headers()),
    currentActor(),
  ]);
  if (!answer.ok) return <DeadLink sentence={answer.sentence} />;
  return <AccountLinkPage link={answer.link} token={token} signedInAs={actor?.email} />;
}
