import { type ForReader, forReader, type Mend } from "#server/auth/rules/for-reader.ts";
import type { Membership } from "#server/auth/rules/permissions.ts";
import type { InvoicingMethod } from "#server/customers/rules/invoicing-method.ts";
import { type IntegrationStatus, isUsable } from "#server/integrations/rules/integration-status.ts";
import type { CustomerId, SubsidiaryId } from "#server/kernel/ids.ts";

/** Why OTR can't be asked about a broker for a subsidiary (R13). */
export type CreditObstacle = "not_factored" | "not_connected" | "login_rejected" | "no_mc";

/** What the rule needs to know; `integrationStatus` is null where no login was ever saved. */
export type ObstacleFacts = {
  method: InvoicingMethod | null;
  integrationStatus: IntegrationStatus | null;
  mcNumber: string | null;
};

/** What stands in the way of a check, the first thing to mend first; null: OTR can be asked. */
export function creditObstacle({
  method,
  integrationStatus,
  mcNumber,
}: ObstacleFacts): CreditObstacle | null {
  if (method !== "factoring") return "not_factored";
  if (integrationStatus === "rejected") return "login_rejected";
  if (integrationStatus === null || !isUsable(integrationStatus)) return "not_connected";
  return mcNumber === null ? "no_mc" : null;
}

/** An obstacle for one reader: the link where they may mend it, else whom to ask. */
export type ObstacleNotice = ForReader & { obstacle: CreditObstacle };

type Place = { customerId: CustomerId; subsidiaryId: SubsidiaryId; subsidiaryName: string };

const methodMend = (customerId: CustomerId) => ({
  gate: "signed_in" as const,
  label: "Set the invoicing method",
  href: `/customers/${customerId}#invoicing-methods`,
});

const loginMend = ({ subsidiaryId }: Place, label: string) => ({
  gate: "setup" as const,
  label,
  href: `/management/integrations?subsidiary=${subsidiaryId}`,
});

const NOTICES = {
  not_factored: {
    sentence: ({ subsidiaryName }) =>
      `This customer is not invoiced through Factoring for ${subsidiaryName}, so OTR is not asked about its credit.`,
    mend: ({ customerId }) => methodMend(customerId),
  },
  no_mc: {
    sentence: () =>
      "OTR finds a broker by its MC number, and this customer has none, so its credit can't be checked.",
    mend: ({ customerId }) => ({
      gate: "signed_in",
      label: "Enter the MC number",
      href: `/customers/${customerId}#mc-number`,
    }),
  },
  not_connected: {
    sentence: ({ subsidiaryName }) =>
      `${subsidiaryName} is not connected to OTR Solutions, so credit is not checked.`,
    mend: (place) => loginMend(place, "Connect OTR Solutions"),
  },
  login_rejected: {
    sentence: ({ subsidiaryName }) =>
      `OTR refused the username and password of ${subsidiaryName}. No credit is checked until they are entered again.`,
    mend: (place) => loginMend(place, "Enter the login again"),
  },
} as const satisfies Record<
  CreditObstacle,
  { sentence: (place: Place) => string; mend: (place: Place) => Mend }
>;

/** The obstacle in words, with the link that mends it for those who may. */
export function obstacleNotice(obstacle: CreditObstacle, place: Place, reader: Membership): ObstacleNotice {
  const { sentence, mend } = NOTICES[obstacle];
  return { obstacle, ...forReader(sentence(place), mend(place), reader) };
}

/** No subsidiary factors the customer, so OTR is asked nowhere. */
export function notFactoredAnywhere(customerId: CustomerId, reader: Membership): ObstacleNotice {
  const sentence = "This customer is not invoiced through Factoring, so OTR is not asked about its credit.";
  return { obstacle: "not_factored", ...forReader(sentence, methodMend(customerId), reader) };
}
