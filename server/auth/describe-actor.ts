import type { Actor } from "./actor.ts";
import { mayPass } from "./rules/permissions.ts";

/** What the browser may know of the person: names, the company's time zone, and what to offer (R1, R38). */
export function describeActor(actor: Actor) {
  return {
    userId: actor.userId,
    name: actor.name,
    email: actor.email,
    role: actor.role,
    mayBill: mayPass("billing", actor),
    maySetUp: mayPass("setup", actor),
    company: actor.company,
  };
}
