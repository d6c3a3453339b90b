import { beforeEach, describe, expect, it } from "vitest";

import { aCompany, type TestCompany } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { answerAccountLink } from "./answer-account-link.ts";
import { describeAccountLink } from "./describe-account-link.ts";
import { makeResetLink } from "./make-reset-link.ts";
import { anInvitation, forgetTries, tokenOf } from "./testing/an-account-link.ts";

const PASSWORD = "nine slow freight trains";

await testDatabase();
let company: TestCompany;

beforeEach(async () => {
  await forgetTries();
  company = await aCompany({ name: "Juniper Bend Carriers" });
});

async function post(body: unknown, headers: Record<string, string> = {}) {
  const answer = await answerAccountLink(
    new Request("http://127.0.0.1:3000/api/account-links", {
      method: "POST",
      headers: { "x-forwarded-for": "203.0.113.7", ...headers },
      body: typeof body === "string" ? body : JSON.stringify(body),
    }),
  );
  return { status: answer.status, body: await answer.json() };
}

describe("the form behind a one-time link", () => {
  it("answers the e-mail to sign in with, and the second time that the link is gone", async () => {
    const { token, email } = await anInvitation(company.admin);
    expect(await post({ token, password: PASSWORD })).toEqual({ status: 200, body: { email } });
    expect(await post({ token, password: PASSWORD })).toEqual({ status: 410, body: { reason: "gone" } });
  });

  it("says what is wrong with a password, and keeps the link open", async () => {
    const { token } = await anInvitation(company.admin);
    expect(await post({ token, password: "short" })).toMatchObject({
      status: 422,
      body: { reason: "password", sentence: expect.stringMatching(/at least 12/) },
    });
    expect(await post({ token, password: PASSWORD })).toMatchObject({ status: 200 });
  });

  it("takes no request that another site makes a browser send", async () => {
    const { token } = await anInvitation(company.admin);
    const headers = { "sec-fetch-site": "cross-site" };
    expect(await post({ token, password: PASSWORD }, headers)).toMatchObject({ status: 410 });
    expect(await post({ token, password: PASSWORD })).toMatchObject({ status: 200 });
  });

  it("reads no body larger than a form", async () => {
    const { token } = await anInvitation(company.admin);
    const body = { token, password: PASSWORD };
    expect(await post(body, { "content-length": "9000000000" })).toMatchObject({ status: 410 });
    expect(await post(body, { "transfer-encoding": "chunked" })).toMatchObject({ status: 410 });
    expect(await post({ token, password: PASSWORD })).toMatchObject({ status: 200 });
  });

  it.each(["", "nonsense", "null", "{}", '{"token":1,"password":"x"}'])(
    "answers %j like a dead link",
    async (body) => {
      expect(await post(body)).toEqual({ status: 410, body: { reason: "gone" } });
    },
  );
});

describe("the page behind a one-time link", () => {
  const describeIt = (kind: "invitation" | "password_reset", token: string) =>
    describeAccountLink(kind, token, new Headers());

  it("shows whom it is for, and neither token nor hash", async () => {
    const { token, email } = await anInvitation(company.admin, { role: "support" });
    const answer = await describeIt("invitation", token);
    expect(answer).toMatchObject({
      ok: true,
      link: { email, role: "support", companyName: "Juniper Bend Carriers", timeZone: "America/Chicago" },
    });
    expect(JSON.stringify(answer)).not.toMatch(new RegExp(`${token}|[0-9a-f]{64}`));
  });

  it("says of every link that opens nothing the same, with the way on", async () => {
    const reset = tokenOf(await makeResetLink(company.admin, company.member));
    const dead = [await describeIt("invitation", "nonsense"), await describeIt("invitation", reset)];
    for (const answer of dead) {
      expect(answer).toEqual({
        ok: false,
        sentence: expect.stringMatching(/Ask the person who invited you/),
      });
    }
    expect(await describeIt("password_reset", reset)).toMatchObject({ ok: true });
    expect(await describeIt("password_reset", "nonsense")).toMatchObject({
      sentence: expect.stringMatching(/Ask an admin/),
    });
  });
});
