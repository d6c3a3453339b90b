import { Section } from "#components/layout/section.tsx";
import { DOCUMENT_KIND_LABELS } from "#server/documents/rules/document-kind.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

/** The papers of a load; the merged one is what goes to the factor. */
export function LoadDocuments({ load: { documents, invoice } }: { load: LoadDetails }) {
  return (
    <Section id="documents" title="Documents" about={aboutOf(invoice)}>
      {documents.length === 0 && <p className="text-muted-foreground text-sm">No documents yet.</p>}
      <ul className="rounded-md border bg-card empty:hidden">
        {documents.map(({ id, kind, fileName, pages, bytes }) => (
          <li key={id} className="flex flex-wrap items-center gap-x-4 px-3 py-2 text-sm not-first:border-t">
            <a
              href={`/api/documents/${id}`}
              target="_blank"
              rel="noreferrer"
              className="font-medium text-link hover:underline"
            >
              {DOCUMENT_KIND_LABELS[kind]}
            </a>
            <span className="min-w-0 flex-1 truncate text-muted-foreground" title={fileName}>
              {fileName}
            </span>
            <span className="text-muted-foreground tabular-nums">
              {pages !== null && `${pages === 1 ? "1 page" : `${pages} pages`}, `}
              {Math.max(1, Math.round(bytes / 1024)).toLocaleString("en-US")} kB
            </span>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function aboutOf(invoice: LoadDetails["invoice"]): string {
  if (!invoice) return "Rate confirmation and POD are merged with the invoice once the load is invoiced.";
  if (invoice.isMerged) return "The merged document is exactly what goes to the factor.";
  return "Invoice, rate confirmation and POD are not merged yet, so this load can't be submitted.";
}
