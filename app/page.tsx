import { redirect } from "next/navigation";
import { navigationFor } from "#components/layout/navigation.ts";
import { requireActor } from "#server/auth/require-actor.ts";
import { mayPass } from "#server/auth/rules/permissions.ts";

/** Leads a biller to the queue, everybody else to the first page that they may open. */
export default async function Home() {
  const actor = await requireActor("signed_in");
  if (mayPass("billing", actor)) redirect("/accounting/factoring-upload");
  const [group] = navigationFor(actor);
  redirect(group?.links[0]?.href ?? "/no-access?needs=billing");
}
