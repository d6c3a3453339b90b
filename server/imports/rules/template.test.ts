import { expect, test } from "vitest";
import { guessMapping } from "./guess-mapping.ts";
import { importFields } from "./import-field.ts";
import { IMPORT_KINDS } from "./import-kind.ts";
import { mappingGaps, rowReader } from "./import-mapping.ts";
import { readCustomerRow } from "./read-customer-row.ts";
import { readLoadRow } from "./read-load-row.ts";
import { templateRows } from "./template-rows.ts";

test.each(IMPORT_KINDS)("the template of %s needs no matching, and its rows are good", (kind) => {
  const [headers = [], ...rows] = templateRows(kind);
  const mapping = guessMapping(kind, headers);
  expect(mapping).toEqual(
    Object.fromEntries(importFields(kind).map(({ name, label }) => [name, { header: label }])),
  );
  expect(mappingGaps(kind, mapping)).toEqual([]);
  const read = rowReader(headers, mapping);
  expect(rows).toHaveLength(2);
  for (const cells of rows) {
    const reading =
      kind === "customers" ? readCustomerRow(read(cells)) : readLoadRow(read(cells), "2026-11-24");
    expect(reading.problems).toEqual([]);
  }
});
