"use client";

import { useSuspenseQuery } from "@tanstack/react-query";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { CompanyForm } from "./company-form.tsx";
import { ImportantInformation } from "./important-information.tsx";

/** The tab General Info: name and time zone, and the texts on invoices (R4). */
export function GeneralInfoTab() {
  const trpc = useTRPC();
  const { data } = useSuspenseQuery(trpc.companyProfile.generalInfo.queryOptions());
  useLive(["company"], [trpc.companyProfile.pathKey()]);
  return (
    <div className="grid max-w-4xl gap-8">
      <CompanyForm company={data.company} />
      <ImportantInformation info={data} />
    </div>
  );
}
