import type { Mend } from "#server/auth/rules/for-reader.ts";
import type { CustomerId, LoadId, SubsidiaryId } from "#server/kernel/ids.ts";
import type { FailureFix } from "./failure-sentences.ts";

/** What the failed invoice belongs to. */
export type FailurePlaces = { customerId: CustomerId; loadId: LoadId; subsidiaryId: SubsidiaryId };

const MENDS = {
  customer_mc: ({ customerId }) => ({
    gate: "signed_in",
    label: "Check the MC number",
    href: `/customers/${customerId}#mc-number`,
  }),
  customer: ({ customerId }) => ({
    gate: "signed_in",
    label: "Open the customer",
    href: `/customers/${customerId}`,
  }),
  load: ({ loadId }) => ({ gate: "signed_in", label: "Open the load", href: `/loads/${loadId}` }),
  load_documents: ({ loadId }) => ({
    gate: "signed_in",
    label: "Merge documents",
    href: `/loads/${loadId}#documents`,
  }),
  integration: ({ subsidiaryId }) => ({
    gate: "setup",
    label: "Open Integrations",
    href: `/management/integrations?subsidiary=${subsidiaryId}`,
  }),
  subsidiary: ({ subsidiaryId }) => ({
    gate: "setup",
    label: "Open the subsidiary",
    href: `/management/company-profile?tab=subsidiaries&edit=${subsidiaryId}#usdot`,
  }),
  otr_portal: () => null,
  none: () => null,
} as const satisfies Record<FailureFix, (places: FailurePlaces) => Mend | null>;

/** The page where a failure is mended, and whom it lets in; null where that is not a page of Lading (R36). */
export function failureMend(fix: FailureFix, places: FailurePlaces): Mend | null {
  return MENDS[fix](places);
}
