import { describe, expect, it } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { AppError } from "#server/kernel/errors.ts";
import { forActor } from "./for-actor.ts";
import { aMember, headersWithCookie } from "./testing/a-member.ts";

await testDatabase();

const greet = forActor<{ id: string }>("billing", async (actor, _request, { id }) =>
  Response.json({ name: actor.name, id }),
);
const context = { params: Promise.resolve({ id: "load_1" }) };
const URL_OF_IT = "http://127.0.0.1:3000/api/something";

async function ask(headers: HeadersInit, init: RequestInit = {}, route = greet) {
  const response = await route(new Request(URL_OF_IT, { ...init, headers }), context);
  return { status: response.status, body: (await response.json()) as { message?: string; name?: string } };
}

describe("a route behind a gate", () => {
  it("runs for whoever may pass it", async () => {
    const { actor, claims } = await aMember({ billing: true });
    const answer = await ask(await headersWithCookie(claims));
    expect(answer).toEqual({ status: 200, body: { name: actor.name, id: "load_1" } });
  });

  it("answers 401 with a way on to whoever isn't signed in", async () => {
    expect(await ask({})).toMatchObject({ status: 401, body: { message: expect.stringMatching(/Sign in/) } });
  });

  it("answers 403 with the reason to an admin without the permission", async () => {
    const { claims } = await aMember({ role: "admin" });
    const answer = await ask(await headersWithCookie(claims));
    expect(answer).toMatchObject({ status: 403, body: { message: expect.stringMatching(/"Billing"/) } });
  });

  it("refuses a change that another site makes the browser send", async () => {
    const { claims } = await aMember({ billing: true });
    const headers = await headersWithCookie(claims);
    headers.set("sec-fetch-site", "cross-site");
    expect(await ask(headers, { method: "POST" })).toMatchObject({ status: 403 });
  });

  it("answers refusals with their status, and faults without their message", async () => {
    const { claims } = await aMember({ billing: true });
    const headers = await headersWithCookie(claims);
    const failingWith = (error: Error) => forActor<{ id: string }>("billing", () => Promise.reject(error));
    const gone = failingWith(new AppError("not_found", "This document was removed."));
    expect(await ask(headers, {}, gone)).toEqual({
      status: 404,
      body: { message: "This document was removed." },
    });
    const broken = await ask(headers, {}, failingWith(new Error("password=hunter2")));
    expect(broken.status).toBe(500);
    expect(JSON.stringify(broken.body)).not.toMatch(/hunter2/);
  });
});
