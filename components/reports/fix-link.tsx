import Link from "next/link";
import type { FailureFix } from "#server/factoring/rules/failure-sentences.ts";
import type { InvoiceRow } from "#server/reports/schemas.ts";

type Target = (invoice: InvoiceRow) => { label: string; href: string };

const TARGETS: Partial<Record<FailureFix, Target>> = {
  customer_mc: ({ customerName, customerId }) => ({
    label: `Open ${customerName}`,
    href: `/customers/${customerId}`,
  }),
  customer: ({ customerName, customerId }) => ({
    label: `Open ${customerName}`,
    href: `/customers/${customerId}`,
  }),
  load: ({ loadNumber, loadId }) => ({ label: `Open load ${loadNumber}`, href: `/loads/${loadId}` }),
  load_documents: ({ loadNumber, loadId }) => ({
    label: `Open documents of ${loadNumber}`,
    href: `/loads/${loadId}#documents`,
  }),
  integration: () => ({ label: "Open Integrations", href: "/management/integrations" }),
  subsidiary: () => ({ label: "Open Subsidiaries", href: "/management/subsidiaries" }),
};

/** The way to where an invoice's trouble is mended; nothing where that is outside Lading. */
export function FixLink({ invoice }: { invoice: InvoiceRow }) {
  const target = invoice.note && TARGETS[invoice.note.fix]?.(invoice);
  if (!target) return null;
  return (
    <Link href={target.href} className="text-link underline-offset-4 hover:underline">
      {target.label}
    </Link>
  );
}
