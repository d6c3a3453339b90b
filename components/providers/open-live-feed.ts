import type { TRPCClient } from "@trpc/client";
import type { LiveMessage } from "#server/live/schemas.ts";
import type { AppRouter } from "#server/trpc/app-router-type.ts";
import type { OpenFeed } from "./one-tab-leads.ts";

const FIRST_WAIT_MS = 1_000;
const LONGEST_WAIT_MS = 30_000;

/** What the stream says: a message of the company's, or that the server ended it or let nobody in. */
export type FeedMessage = LiveMessage | "refused";

/**
 * The company's live messages over server-sent events. The browser reconnects by itself after a lost
 * connection; after an answer that ends the stream (a restart behind a proxy, a session that ended) this
 * says "refused" and tries again, ever more slowly.
 */
export function openLiveFeed(client: TRPCClient<AppRouter>): OpenFeed<FeedMessage> {
  return (onMessage) => {
    let waitMs = FIRST_WAIT_MS;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let subscription = subscribe();

    function subscribe() {
      return client.live.notices.subscribe(undefined, {
        onData: (message) => {
          waitMs = FIRST_WAIT_MS;
          onMessage(message);
        },
        onError: () => {
          onMessage("refused");
          tryAgain();
        },
        onComplete: tryAgain,
      });
    }

    function tryAgain() {
      clearTimeout(timer);
      timer = setTimeout(() => {
        subscription = subscribe();
      }, waitMs);
      waitMs = Math.min(waitMs * 2, LONGEST_WAIT_MS);
    }

    return () => {
      // Unsubscribing completes the stream, so the timer is cleared after it.
      subscription.unsubscribe();
      clearTimeout(timer);
    };
  };
}
