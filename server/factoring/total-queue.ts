import { inCompany } from "#db/client.ts";
import { countQueue } from "#db/queries/factoring-queue.ts";
import type { Actor } from "#server/auth/actor.ts";
import type { QueueView } from "./queue-schemas.ts";

/**
 * How many loads a view of the queue holds in all, and what they come to in cents. Apart from the pages: it reads the
 * whole queue, and nobody waits for it to see the first rows.
 */
export function totalQueue({ scope }: Actor, view: QueueView) {
  return inCompany(scope, (tx) => countQueue(tx, scope, view));
}
