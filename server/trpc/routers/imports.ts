import { checkImport } from "#server/imports/check-import.ts";
import { getColumnSamples } from "#server/imports/get-column-samples.ts";
import { getImport } from "#server/imports/get-import.ts";
import { listBadRows } from "#server/imports/list-bad-rows.ts";
import { listImports } from "#server/imports/list-imports.ts";
import { changeImportKind, matchColumns } from "#server/imports/match-columns.ts";
import {
  changeKindSchema,
  importIdSchema,
  listBadRowsSchema,
  listImportsSchema,
  matchColumnsSchema,
  startImportSchema,
} from "#server/imports/schemas.ts";
import { startImport } from "#server/imports/start-import.ts";
import { router, signedInProcedure } from "../init.ts";

/** CSV files of customers and loads: everyone signed in may import (R21). Files come in through `/api/imports`. */
export const importsRouter = router({
  list: signedInProcedure.input(listImportsSchema).query(({ ctx, input }) => listImports(ctx.actor, input)),
  get: signedInProcedure.input(importIdSchema).query(({ ctx, input }) => getImport(ctx.actor, input)),
  columnSamples: signedInProcedure
    .input(importIdSchema)
    .query(({ ctx, input }) => getColumnSamples(ctx.actor, input)),
  changeKind: signedInProcedure
    .input(changeKindSchema)
    .mutation(({ ctx, input }) => changeImportKind(ctx.actor, input)),
  matchColumns: signedInProcedure
    .input(matchColumnsSchema)
    .mutation(({ ctx, input }) => matchColumns(ctx.actor, input)),
  check: signedInProcedure.input(importIdSchema).query(({ ctx, input }) => checkImport(ctx.actor, input)),
  badRows: signedInProcedure
    .input(listBadRowsSchema)
    .query(({ ctx, input }) => listBadRows(ctx.actor, input)),
  start: signedInProcedure
    .input(startImportSchema)
    .mutation(({ ctx, input }) => startImport(ctx.actor, input)),
});
