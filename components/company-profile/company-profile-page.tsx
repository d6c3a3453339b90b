"use client";

import { parseAsStringLiteral, useQueryState } from "nuqs";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Tabs, TabsContent, TabsList, TabsTrigger } from "#components/ui/tabs.tsx";
import { GeneralInfoTab } from "./general-info-tab.tsx";
import { SubsidiariesTab } from "./subsidiaries-tab.tsx";

const TABS = ["general-info", "subsidiaries"] as const;

const tabParser = parseAsStringLiteral(TABS).withDefault("general-info").withOptions({ history: "push" });

/** Management > Company Profile: the company and what its invoices say, and its subsidiaries (R4, R6). */
export function CompanyProfilePage() {
  const [tab, setTab] = useQueryState("tab", tabParser);
  return (
    <>
      <PageHeader title="Company Profile" context="Who the invoices are from, and what they say" />
      <Tabs value={tab} onValueChange={(chosen) => setTab(TABS.find((known) => known === chosen) ?? null)}>
        <TabsList aria-label="Company Profile">
          <TabsTrigger value="general-info">General Info</TabsTrigger>
          <TabsTrigger value="subsidiaries">Subsidiaries</TabsTrigger>
        </TabsList>
        <TabsContent value="general-info">
          <GeneralInfoTab />
        </TabsContent>
        <TabsContent value="subsidiaries">
          <SubsidiariesTab />
        </TabsContent>
      </Tabs>
    </>
  );
}
