"use client";

import { type QueryKey, useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useEffect, useRef, useState } from "react";
import type { LiveMessage, LiveTopic } from "#server/live/schemas.ts";
import { coalesce } from "./coalesce.ts";
import { LiveHub } from "./live-hub.ts";
import { followInOneTab } from "./one-tab-leads.ts";
import { type FeedMessage, openLiveFeed } from "./open-live-feed.ts";
import { useTRPC, useTRPCClient } from "./trpc-context.ts";

const HubContext = createContext<LiveHub | undefined>(undefined);

/** Several changes within this time cost one refetch. */
const COALESCE_MS = 300;

/** A stream of the tab's own has begun by then. */
const FIRST_MESSAGE_MS = 1_000;

/** Keeps the tab informed of what changes in the company. `TrpcProvider` renders it. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const [hub] = useState(() => new LiveHub());
  const client = useTRPCClient();
  const queryClient = useQueryClient();
  const trpc = useTRPC();

  useEffect(() => {
    // Where the stream is refused, asking who is signed in tells why, and leads to the sign-in page. Every tab asks
    // for itself: only the one that holds the stream is refused, and nothing would wake the others.
    const checkSession = () =>
      queryClient.prefetchQuery({ ...trpc.session.current.queryOptions(), staleTime: 0 });
    // The page was loaded before this tab followed anything. Its own stream begins with this very message;
    // a tab that follows another's has to tell itself.
    const first = setTimeout(() => hub.receive({ notices: [], missed: true }), FIRST_MESSAGE_MS);
    const stop = followInOneTab<FeedMessage>("lading-live", openLiveFeed(client), (message) => {
      if (message === "refused") return void checkSession();
      if (message.missed) clearTimeout(first);
      hub.receive(message);
    });
    return () => {
      clearTimeout(first);
      stop();
    };
  }, [client, hub, queryClient, trpc]);

  return <HubContext value={hub}>{children}</HubContext>;
}

/**
 * Loads the queries under `queryKeys` again, at most every 300 ms, whenever something of `topics` changes in
 * the company, and after the connection was away: `useLive(["batch"], [trpc.factoring.pathKey()])`.
 */
export function useLive(topics: readonly LiveTopic[], queryKeys: readonly QueryKey[]): void {
  const hub = useContext(HubContext);
  const queryClient = useQueryClient();
  const latest = useRef({ topics, queryKeys });
  useEffect(() => {
    latest.current = { topics, queryKeys };
  });

  useEffect(() => {
    if (!hub) throw new Error("useLive needs a LiveProvider above it.");
    const refetch = coalesce<LiveMessage>(COALESCE_MS, () =>
      Promise.all(latest.current.queryKeys.map((queryKey) => queryClient.invalidateQueries({ queryKey }))),
    );
    const leave = hub.join((message) => {
      const concerns = message.notices.some(({ topic }) => latest.current.topics.includes(topic));
      if (message.missed || concerns) refetch.add(message);
    });
    return () => {
      leave();
      refetch.cancel();
    };
  }, [hub, queryClient]);
}
