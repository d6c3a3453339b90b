"use client";

import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { isAnswered } from "#server/credit-check/rules/is-answered.ts";
import type { CreditDesk, CreditInput } from "#server/credit-check/schemas.ts";

/** By then a person wonders whether anything still happens. */
const SLOW_MS = 15_000;

/** Besides the live notice, so that a page whose stream is away learns the answer too. */
const POLL_MS = 3_000;

export type CreditCheckState = ReturnType<typeof useCreditCheck>;

/** A customer's credit at one subsidiary, or at all that factor it, and ↻ with what it is waiting for (R13, R14). */
export function useCreditCheck(whom: CreditInput) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [askedAt, setAskedAt] = useState<string | null>(null);
  const { data: credit } = useQuery(
    trpc.credit.get.queryOptions(whom, {
      refetchInterval: ({ state }) =>
        state.data?.desks.some((desk) => isAwaited(desk, askedAt)) ? POLL_MS : false,
    }),
  );
  useLive(["credit", "integration", "queue"], [trpc.credit.pathKey()]);
  const refresh = useMutation(
    trpc.credit.refresh.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === "asked") setAskedAt(result.askedAt);
        return queryClient.invalidateQueries(trpc.credit.pathFilter());
      },
    }),
  );
  const waiting = refresh.isPending || (credit?.desks.some((desk) => isAwaited(desk, askedAt)) ?? false);
  const slow = useIsLong(waiting, SLOW_MS);
  return {
    credit,
    waiting,
    slow,
    /** True once a press of this page's has been answered. */
    answered: askedAt !== null && !waiting,
    error: refresh.error?.message ?? null,
    press: () => {
      if (!waiting || slow) refresh.mutate(whom);
    },
  };
}

function isAwaited({ obstacle, startedAt }: CreditDesk, askedAt: string | null): boolean {
  if (askedAt === null || obstacle !== null) return false;
  return !isAnswered(startedAt === null ? null : new Date(startedAt), new Date(askedAt));
}

/** True once `on` has held for so long. */
function useIsLong(on: boolean, ms: number): boolean {
  const [long, setLong] = useState(false);
  useEffect(() => {
    if (!on) return;
    const timer = setTimeout(() => setLong(true), ms);
    return () => {
      clearTimeout(timer);
      setLong(false);
    };
  }, [on, ms]);
  return on && long;
}
