import { type ForReader, forReader, type Mend } from "#server/auth/rules/for-reader.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
import type { IntegrationStatus } from "#server/integrations/rules/integration-status.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";

/** What keeps a whole subsidiary from submitting (R24). */
export const BATCH_BLOCKERS = [
  "usdot_missing",
  "integration_missing",
  "integration_rejected",
  "integration_disconnected",
] as const;

export type BatchBlocker = (typeof BATCH_BLOCKERS)[number];

/** What the rule needs to know. `integrationStatus` is null where no OTR login was ever saved. */
export type BlockerFacts = {
  subsidiaryId: SubsidiaryId;
  subsidiaryName: string;
  usdotNumber: string | null;
  integrationStatus: IntegrationStatus | null;
};

/** A blocker for one reader: the link where they may mend it, else whom to ask. */
export type BlockerNotice = ForReader & { blocker: BatchBlocker };

type Blocker = {
  holds: (facts: BlockerFacts) => boolean;
  sentence: (name: string) => string;
  mend: (id: SubsidiaryId) => Mend;
};

const integrationMend = (label: string) => (id: SubsidiaryId) => ({
  gate: "setup" as const,
  label,
  href: `/management/integrations?subsidiary=${id}`,
});

const BLOCKERS = {
  usdot_missing: {
    holds: (facts) => !facts.usdotNumber,
    sentence: (name) =>
      `${name} has no USDOT number, and OTR needs it with every invoice. Nothing can be submitted until it is set.`,
    mend: (id) => ({
      gate: "setup",
      label: "Set the USDOT number",
      href: `/management/company-profile?tab=subsidiaries&edit=${id}#usdot`,
    }),
  },
  integration_missing: {
    holds: (facts) => facts.integrationStatus === null,
    sentence: (name) =>
      `${name} has no OTR Solutions login yet. Nothing can be submitted until one is saved.`,
    mend: integrationMend("Connect OTR Solutions"),
  },
  integration_rejected: {
    holds: (facts) => facts.integrationStatus === "rejected",
    sentence: (name) =>
      `OTR refused the username and password of ${name}. Nothing can be submitted until they are entered again.`,
    mend: integrationMend("Enter the login again"),
  },
  integration_disconnected: {
    holds: (facts) => facts.integrationStatus === "disconnected",
    sentence: (name) =>
      `OTR Solutions is disconnected for ${name}. Nothing can be submitted until it is connected.`,
    mend: integrationMend("Connect OTR Solutions"),
  },
} as const satisfies Record<BatchBlocker, Blocker>;

/** Everything that keeps the subsidiary from submitting, worded for this member; empty: it may. */
export function batchBlockers(facts: BlockerFacts, reader: Membership): BlockerNotice[] {
  return BATCH_BLOCKERS.filter((blocker) => BLOCKERS[blocker].holds(facts)).map((blocker) => {
    const { sentence, mend } = BLOCKERS[blocker];
    return { blocker, ...forReader(sentence(facts.subsidiaryName), mend(facts.subsidiaryId), reader) };
  });
}
