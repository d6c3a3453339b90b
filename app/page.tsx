import { redirect } from "next/navigation";
import { navigationFor } from "#components/layout/navigation.ts";
import { requireActor } from "#server/auth/require-actor.ts";

/** Leads to the first page that the person may open. */
export default async function Home() {
  const [group] = navigationFor(await requireActor("signed_in"));
  redirect(group?.links[0]?.href ?? "/no-access?needs=billing");
}
