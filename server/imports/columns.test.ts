import { Readable } from "node:stream";
import { beforeEach, expect, test } from "vitest";
import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { newId } from "#server/kernel/ids.ts";
import { exportBadRows } from "./export-bad-rows.ts";
import { getColumnSamples } from "./get-column-samples.ts";
import { getImport } from "./get-import.ts";
import { listImports } from "./list-imports.ts";
import { changeImportKind, matchColumns } from "./match-columns.ts";
import { receiveImport } from "./receive-import.ts";
import { startImport } from "./start-import.ts";
import { anUploadedFile, runImport } from "./testing/an-import.ts";

await testDatabase();
let company: TestCompany;

beforeEach(async () => {
  company = await aCompany();
});

test("the columns a person chose are remembered for the company's next file with the same headers, and only its own", async () => {
  const actor = company.member;
  const text = "Firm,Docket\nHarbor Freight Brokers,412907\n";
  const first = await anUploadedFile(actor, "customers", text);
  expect((await getImport(actor, { importId: first })).mapping).toEqual({ mcNumber: { header: "Docket" } });
  const mapping = { name: { header: "Firm" }, mcNumber: { header: "Docket" }, kind: { value: "Broker" } };
  await matchColumns(actor, { importId: first, mapping });
  const next = await anUploadedFile(company.biller, "customers", text);
  expect((await getImport(actor, { importId: next })).mapping).toEqual(mapping);

  const another = (await aCompany()).member;
  const theirs = await anUploadedFile(another, "customers", text);
  expect((await getImport(another, { importId: theirs })).mapping).toEqual({
    mcNumber: { header: "Docket" },
  });
});

test("a field that every row needs can't be left without a column", async () => {
  const importId = await anUploadedFile(company.member, "customers", "Firm\nHarbor\n");
  await expect(matchColumns(company.member, { importId, mapping: {} })).rejects.toMatchObject({
    code: "invalid_input",
    message: "Choose the column that holds the name.",
  });
  expect(await startImport(company.member, { importId, mode: "good_rows" })).toEqual({
    kind: "refused",
    sentence: "Choose the column that holds the name.",
  });
});

test("a file of loads among the customers is noticed, and can be taken for what it is", async () => {
  const importId = await anUploadedFile(
    company.member,
    "customers",
    "Load #,Customer,Status,Rate,Origin City\n1,A,Open,5,Joliet\n",
  );
  expect(await getImport(company.member, { importId })).toMatchObject({
    kind: "customers",
    looksLike: "loads",
  });
  await changeImportKind(company.member, { importId, kind: "loads" });
  expect(await getImport(company.member, { importId })).toMatchObject({
    kind: "loads",
    looksLike: null,
    mapping: { loadNumber: { header: "Load #" }, status: { header: "Status" } },
  });
});

test("samples show the first values of each column, each once", async () => {
  const importId = await anUploadedFile(
    company.member,
    "customers",
    "Name,Kind,Empty\nA,Broker,\nB,Broker,\nC,,\nD,Shipper,\n",
  );
  expect(await getColumnSamples(company.member, { importId })).toEqual({
    Name: ["A", "B", "C"],
    Kind: ["Broker", "Shipper"],
    Empty: [],
  });
});

test("a file of 200 columns is taken in", async () => {
  const row = (text: string) => Array.from({ length: 200 }, (_, index) => `${text}${index}`).join(",");
  const importId = await anUploadedFile(company.member, "customers", `Name,${row("c")}\nA,${row("v")}\n`);
  expect((await getImport(company.member, { importId })).headers).toHaveLength(201);
});

test.each([
  ["Name,MC\n", "no rows below them"],
  ["\n , \n", "holds no text"],
  [`${"a,".repeat(600)}\n1\n`, "more than 500 columns"],
  [`Name\n${"A\n".repeat(100_001)}`, "more than 100,000 rows"],
])("the file %j is refused: %s", async (text, words) => {
  const upload = {
    kind: "customers" as const,
    fileName: "x.csv",
    body: Readable.from([Buffer.from(text.replace(/,$/m, ",z"))]),
  };
  await expect(receiveImport(company.member, upload)).rejects.toMatchObject({
    code: "invalid_input",
    message: expect.stringContaining(words),
  });
  expect((await listImports(company.member, {})).rows).toEqual([]);
});

test("once its rows are in, a file's columns can't change and it can't start again", async () => {
  const importId = await anUploadedFile(company.member, "customers", "Name\nA\n");
  await runImport(company.member, importId, "good_rows");
  const { mapping } = await getImport(company.member, { importId });
  await expect(matchColumns(company.member, { importId, mapping })).rejects.toMatchObject({
    code: "conflict",
  });
  expect(await startImport(company.member, { importId, mode: "good_rows" })).toMatchObject({
    kind: "refused",
  });
});

test("the list of bad rows as CSV runs no formula of the file's", async () => {
  const importId = await anUploadedFile(
    company.member,
    "customers",
    'Name,State\n"=HYPERLINK(""x"")",Nowhere\n',
  );
  const pieces = [];
  for await (const piece of await exportBadRows(company.member, importId)) pieces.push(piece);
  expect(pieces.join("")).toBe(
    '\uFEFFLine,Customer,Field,Reason\r\n2,"\'=HYPERLINK(""x"")",State,"“Nowhere” is not a state. Write its two letters, like IL."\r\n',
  );
});

test("imports of another company are not found, and not in the list", async () => {
  const importId = await anUploadedFile(company.member, "customers", "Name\nA\n");
  const stranger = (await aCompany()).admin;
  expect((await listImports(stranger, {})).rows).toEqual([]);
  for (const id of [importId, newId("import")]) {
    for (const attempt of [
      () => getImport(stranger, { importId: id }),
      () => startImport(stranger, { importId: id, mode: "good_rows" }),
      () => matchColumns(stranger, { importId: id, mapping: { name: { header: "Name" } } }),
      () => exportBadRows(stranger, id),
    ]) {
      await expect(attempt()).rejects.toMatchObject({ code: "not_found" });
    }
  }
});
