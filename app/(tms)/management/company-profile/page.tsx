import type { Metadata } from "next";
import { CompanyProfilePage } from "#components/company-profile/company-profile-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import { HydrateClient, prefetch, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Company Profile" };

export default async function CompanyProfile() {
  await requireActor("setup");
  await prefetch(trpc.companyProfile.generalInfo.queryOptions(), trpc.subsidiaries.settings.queryOptions());
  return (
    <HydrateClient>
      <CompanyProfilePage />
    </HydrateClient>
  );
}
