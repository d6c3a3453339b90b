import type { Metadata } from "next";
import Link from "next/link";
import { navigationFor } from "#components/layout/navigation.ts";
import { requireActor } from "#server/auth/require-actor.ts";
import { GATE_REFUSALS, isGate } from "#server/auth/rules/permissions.ts";

export const metadata: Metadata = { title: "No access" };

type Props = { searchParams: Promise<{ needs?: string | string[] }> };

export default async function NoAccessPage({ searchParams }: Props) {
  const links = navigationFor(await requireActor("signed_in")).flatMap((group) => group.links);
  const { needs } = await searchParams;
  return (
    <div className="grid max-w-prose gap-2 p-6">
      <h1 className="font-semibold text-[20px]">You don't have access to this page</h1>
      <p className="text-muted-foreground">{GATE_REFUSALS[isGate(needs) ? needs : "setup"]}</p>
      {links.length > 0 && <p className="mt-2">You can go on to:</p>}
      <ul className="grid gap-1">
        {links.map(({ href, label }) => (
          <li key={href}>
            <Link href={href} className="text-link underline-offset-4 hover:underline">
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}
