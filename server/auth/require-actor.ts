import { headers } from "next/headers";
import { redirect } from "next/navigation";
import type { Actor } from "./actor.ts";
import { currentActor } from "./current-actor.ts";
import { type Gate, mayPass } from "./rules/permissions.ts";
import { PAGE_PATH_HEADER, signInPath } from "./rules/sign-in-path.ts";

/**
 * The guard of every page: who is here, if they may pass the gate. Whoever isn't signed in goes to the
 * sign-in page and comes back afterwards; whoever may not pass goes to a page that says why (R1).
 */
export async function requireActor(gate: Gate): Promise<Actor> {
  const actor = await currentActor();
  if (!actor) redirect(signInPath((await headers()).get(PAGE_PATH_HEADER)));
  if (!mayPass(gate, actor)) redirect(`/no-access?needs=${gate}`);
  return actor;
}
