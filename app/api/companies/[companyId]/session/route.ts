import { forActor } from "#server/auth/for-actor.ts";
import { switchCompany } from "#server/auth/switch-company.ts";

export const dynamic = "force-dynamic";

export const POST = forActor("signed_in", switchCompany);
