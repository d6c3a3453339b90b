import Link from "next/link";
import type { InvoiceRow } from "#server/reports/schemas.ts";

/** The way to where an invoice's trouble is mended; nothing where that is outside Lading. */
export function NoteLink({ note }: Pick<InvoiceRow, "note">) {
  if (!note?.link) return null;
  return (
    <Link href={note.link.href} className="text-link underline-offset-4 hover:underline">
      {note.link.label}
    </Link>
  );
}
