import { type Membership, mayPass } from "#server/auth/rules/permissions.ts";
import { type BlockerFacts, batchBlockers } from "#server/factoring/rules/batch-blockers.ts";
import { formatCalendarDate } from "#server/kernel/local-time.ts";
import type { NightlyVerdict } from "#server/reports/rules/nightly-verdict.ts";
import type { DeskTrouble } from "../schemas.ts";

/** A subsidiary that factors. `lastError` is what its login has met since its last good call; null: nothing. */
export type DeskFacts = BlockerFacts & { lastError: string | null };

/** What keeps subsidiaries that factor from submitting, and logins that OTR has not answered to (R24, R8). */
export function deskTroubles(desks: readonly DeskFacts[], reader: Membership): DeskTrouble[] {
  return desks.flatMap((desk) => [
    ...batchBlockers(desk, reader).map(({ blocker, sentence, fix }) => ({
      id: `${desk.subsidiaryId} ${blocker}`,
      meaning: "failed" as const,
      sentence,
      fix,
    })),
    ...loginTrouble(desk, reader),
  ]);
}

function loginTrouble(desk: DeskFacts, reader: Membership): DeskTrouble[] {
  const { subsidiaryId, subsidiaryName, integrationStatus, lastError } = desk;
  const sentence =
    integrationStatus === "unverified"
      ? `The OTR login of ${subsidiaryName} is saved, but OTR has not answered yet. It is verified at its first use.`
      : integrationStatus === "active" && lastError
        ? `${subsidiaryName}: ${lastError}`
        : undefined;
  if (!sentence) return [];
  const fix = { label: "Open Integrations", href: `/management/integrations?subsidiary=${subsidiaryId}` };
  return [
    {
      id: `${subsidiaryId} login`,
      meaning: "attention",
      sentence,
      fix: mayPass("setup", reader) ? fix : null,
    },
  ];
}

type Night = {
  verdict: NightlyVerdict;
  lastNightOf: string | null;
  troubles: readonly { subsidiaryName: string; message: string }[];
};

const NIGHT_NEXT =
  "Statuses may be older than a day: open a batch and press SYNC TRANSACTIONS to update it now.";

/** What went wrong with the nightly sync; for those who see the report (R31). */
export function nightTroubles({ verdict, lastNightOf, troubles }: Night, reader: Membership): DeskTrouble[] {
  if (!mayPass("billing", reader)) return [];
  const fix = { label: "Open the report", href: "/reports/factoring" };
  const found: string[] = [];
  if (verdict.kind === "missed") {
    const more =
      verdict.nights > 1 ? ` ${verdict.nights} nights in a row are missing: tell whoever runs Lading.` : "";
    found.push(
      `The nightly sync of ${formatCalendarDate(verdict.nightOf)} did not run.${more} ${NIGHT_NEXT}`,
    );
  }
  if (verdict.kind === "stuck" && lastNightOf) {
    found.push(
      `The nightly sync of ${formatCalendarDate(lastNightOf)} started but did not finish. ${NIGHT_NEXT}`,
    );
  }
  for (const { subsidiaryName, message } of troubles) {
    found.push(`The last nightly sync${subsidiaryName && ` of ${subsidiaryName}`}: ${message}`);
  }
  return found.map((sentence) => ({ id: sentence, meaning: "attention", sentence, fix }));
}
