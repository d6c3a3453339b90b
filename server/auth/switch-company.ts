import { inCompany, withoutCompany } from "#db/client.ts";
import { listCompaniesOf } from "#db/queries/across-companies.ts";
import { systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import type { CompanyId } from "#server/kernel/ids.ts";
import { isId } from "#server/kernel/is-id.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import type { Actor } from "./actor.ts";
import { endSession } from "./end-session.ts";
import { setSessionCookie } from "./session-cookie.ts";
import { SESSION_SECONDS } from "./session-lifetime.ts";
import { sealSessionToken } from "./session-token.ts";
import { startSession } from "./start-session.ts";

/**
 * Takes the actor to another company of which they are an active member: a session there begins, the present one
 * ends, and the browser's cookie changes with it. Throws not_found for any other company.
 */
export async function switchCompany(
  actor: Actor,
  request: Request,
  { companyId }: { companyId: string },
): Promise<Response> {
  const to = await ownCompany(actor, companyId);
  const scope = mintCompanyScope(to);
  const now = systemClock();
  const origin = { ip: actor.ip, userAgent: request.headers.get("user-agent") };
  const claims = await inCompany(scope, (tx) => startSession(tx, scope, actor.userId, origin, now));
  const { userId, sessionId } = actor;
  await endSession({ userId, sessionId, companyId: actor.scope.companyId }, actor.ip, now);
  const cookie = setSessionCookie(await sealSessionToken(claims), SESSION_SECONDS);
  return Response.json({ switched: true }, { headers: { "Set-Cookie": cookie } });
}

async function ownCompany({ userId }: Actor, companyId: string): Promise<CompanyId> {
  const own = await withoutCompany((tx) => listCompaniesOf(tx, userId));
  const found = isId("company", companyId) && own.find(({ id }) => id === companyId);
  if (!found) throw new AppError("not_found", "You are no user of this company. Reload the page.");
  return found.id;
}
