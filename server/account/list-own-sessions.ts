import { inCompany } from "#db/client.ts";
import { listLiveSessions } from "#db/queries/sessions.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { describeDevice } from "./rules/device.ts";
import type { OwnSession } from "./schemas.ts";

/** Where the actor is signed in to this company, the latest first. */
export async function listOwnSessions(actor: Actor, clock: Clock = systemClock): Promise<OwnSession[]> {
  const { scope, userId } = actor;
  const rows = await inCompany(scope, (tx) => listLiveSessions(tx, scope, userId, clock()));
  return rows.map(({ sessionId, startedAt, ip, userAgent }) => ({
    sessionId,
    device: describeDevice(userAgent),
    ip,
    startedAt: startedAt.toISOString(),
    isThis: sessionId === actor.sessionId,
  }));
}
