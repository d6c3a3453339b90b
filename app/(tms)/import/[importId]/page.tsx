import { TRPCError } from "@trpc/server";
import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ImportPage } from "#components/imports/import-page.tsx";
import { requireActor } from "#server/auth/require-actor.ts";
import type { ImportId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import { getQueryClient, HydrateClient, trpc } from "#server/trpc/rsc.tsx";

export const metadata: Metadata = { title: "Import" };

type Props = { params: Promise<{ importId: string }> };

export default async function ImportStepsPage({ params }: Props) {
  await requireActor("signed_in");
  const { importId } = await params;
  if (!isId("import", importId)) notFound();
  await fetchImport(importId);
  return (
    <HydrateClient>
      <ImportPage importId={importId} />
    </HydrateClient>
  );
}

async function fetchImport(importId: ImportId): Promise<void> {
  try {
    await getQueryClient().fetchQuery(trpc.imports.get.queryOptions({ importId }));
  } catch (error) {
    if (error instanceof TRPCError && error.code === "NOT_FOUND") notFound();
    throw error;
  }
}
