import { PDFDict, type PDFDocument, PDFName } from "@cantoo/pdf-lib";

/**
 * Makes what was typed into a form part of its pages. A page that is copied leaves its form behind, and a rate
 * confirmation that was filled in and signed on screen would lose both.
 */
export function flattenForm(pdf: PDFDocument): void {
  if (!(pdf.catalog.lookup(PDFName.of("AcroForm")) instanceof PDFDict)) return;
  try {
    // What the form's own program drew is what people signed; only values that were never drawn are drawn now.
    pdf.getForm().flatten();
  } catch {
    // Its fields stay on the page as annotations: most readers show those too.
  }
}
