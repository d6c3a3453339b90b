"use client";

import { useQuery } from "@tanstack/react-query";
import type { inferRouterOutputs } from "@trpc/server";
import { useRouter } from "next/navigation";
import { useEffect } from "react";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { AppRouter } from "#server/trpc/app-router-type.ts";

type SignedIn = inferRouterOutputs<AppRouter>["session"]["current"];

/**
 * Draws the frame anew when the person's rights or names change while a tab is open. When another tab signed in as
 * somebody else, or to another company, everything is loaded anew: nothing of before may stay on the screen.
 */
export function FollowPerson({ shown }: { shown: SignedIn }) {
  const trpc = useTRPC();
  const router = useRouter();
  useLive(["people", "company"], [trpc.session.current.queryKey()]);
  const { data: now } = useQuery(
    trpc.session.current.queryOptions(undefined, { initialData: shown, staleTime: Number.POSITIVE_INFINITY }),
  );
  useEffect(() => {
    const isOther = now.userId !== shown.userId || now.company.id !== shown.company.id;
    if (isOther) window.location.reload();
    else if (JSON.stringify(now) !== JSON.stringify(shown)) router.refresh();
  }, [now, shown, router]);
  return null;
}
