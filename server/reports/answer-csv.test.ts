import { expect, test } from "vitest";
import { aCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { aSession, headersWithCookie } from "#server/auth/testing/a-member.ts";
import { AppError } from "#server/kernel/errors.ts";
import { answerCsv } from "./answer-csv.ts";
import { csvLine } from "./rules/csv.ts";

await testDatabase();
const { member } = await aCompany();
const request = new Request("http://127.0.0.1:3000/api/reports/factoring", {
  headers: await headersWithCookie(await aSession(member)),
});

test("a CSV file is saved, never shown, guessed at or kept in a cache", async () => {
  const response = await answerCsv(request, "signed_in", async () => ({
    fileName: "report.csv",
    pieces: (async function* () {
      yield csvLine(["<script>alert(1)</script>"]);
    })(),
  }));
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/csv; charset=utf-8",
    "content-disposition": 'attachment; filename="report.csv"',
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
  });
  expect(await response.text()).toBe("<script>alert(1)</script>\r\n");
});

test("a refusal is plain text, whatever it quotes", async () => {
  const response = await answerCsv(request, "signed_in", async () => {
    throw new AppError("not_found", "There is no <b>batch</b>.");
  });
  expect(response.status).toBe(404);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "content-type": "text/plain;charset=UTF-8",
    "x-content-type-options": "nosniff",
  });
});
