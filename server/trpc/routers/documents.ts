import { invoiceAndMerge } from "#server/documents/invoice-and-merge.ts";
import { listPapers } from "#server/documents/list-papers.ts";
import { mergeLoadDocuments } from "#server/documents/merge-load-documents.ts";
import { restoreDocument } from "#server/documents/restore-document.ts";
import { retireDocument } from "#server/documents/retire-document.ts";
import {
  loadPapersInput,
  mergeInput,
  retireDocumentInput,
  setDocumentKindInput,
} from "#server/documents/schemas.ts";
import { setDocumentKind } from "#server/documents/set-document-kind.ts";
import { invoiceLoad } from "#server/invoicing/invoice-load.ts";
import { invoiceLoadInput } from "#server/invoicing/schemas.ts";
import { router, signedInProcedure } from "../init.ts";

/** The papers of a load, its invoice, and the merged document that goes to the factor (R19, R20). */
export const documentsRouter = router({
  ofLoad: signedInProcedure.input(loadPapersInput).query(({ ctx, input }) => listPapers(ctx.actor, input)),
  setKind: signedInProcedure
    .input(setDocumentKindInput)
    .mutation(({ ctx, input }) => setDocumentKind(ctx.actor, input)),
  retire: signedInProcedure
    .input(retireDocumentInput)
    .mutation(({ ctx, input }) => retireDocument(ctx.actor, input)),
  restore: signedInProcedure
    .input(retireDocumentInput)
    .mutation(({ ctx, input }) => restoreDocument(ctx.actor, input)),
  invoiceLoad: signedInProcedure
    .input(invoiceLoadInput)
    .mutation(({ ctx, input }) => invoiceLoad(ctx.actor, input)),
  invoiceAndMerge: signedInProcedure
    .input(loadPapersInput)
    .mutation(({ ctx, input }) => invoiceAndMerge(ctx.actor, input)),
  merge: signedInProcedure
    .input(mergeInput)
    .mutation(({ ctx, input }) => mergeLoadDocuments(ctx.actor, input)),
});
