import { inCompany, type Tx } from "#db/client.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { systemClock } from "#server/kernel/clock.ts";

type Export<T> = {
  subject: string;
  data: Record<string, unknown>;
  /** Reads what the file is about, and throws where the company has no such thing: then nothing is audited. */
  prepare: (tx: Tx) => Promise<T>;
};

/** Audits that a file leaves the company, before its first byte does, and gives the zone its times are written in (R34). */
export function startExport<T>(
  actor: Actor,
  { subject, data, prepare }: Export<T>,
): Promise<{ timeZone: string; prepared: T }> {
  return inCompany(actor.scope, async (tx) => {
    const prepared = await prepare(tx);
    await recordAudit(tx, actor.scope, {
      action: "report.exported",
      subject,
      at: systemClock(),
      by: { userId: actor.userId, ip: actor.ip },
      data,
    });
    return { timeZone: actor.company.timeZone, prepared };
  });
}
