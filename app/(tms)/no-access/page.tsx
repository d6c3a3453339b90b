import type { Metadata } from "next";
import Link from "next/link";
import { requireActor } from "#server/auth/require-actor.ts";
import { GATE_REFUSALS, isGate } from "#server/auth/rules/permissions.ts";

export const metadata: Metadata = { title: "No access" };

type Props = { searchParams: Promise<{ needs?: string | string[] }> };

export default async function NoAccessPage({ searchParams }: Props) {
  await requireActor("signed_in");
  const { needs } = await searchParams;
  return (
    <main className="grid max-w-prose gap-2 p-6">
      <h1 className="font-semibold text-[20px]">You don't have access to this page</h1>
      <p className="text-muted-foreground">{isGate(needs) ? GATE_REFUSALS[needs] : GATE_REFUSALS.setup}</p>
      <p>
        <Link href="/loads" className="text-link underline-offset-4 hover:underline">
          Go to Loads
        </Link>
      </p>
    </main>
  );
}
