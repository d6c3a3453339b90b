import { expect, test } from "vitest";
import { boundedRequest } from "./body-limit.ts";

const post = (body: BodyInit) => {
  const init = { method: "POST", headers: { "x-inngest-signature": "t=1&s=a" }, body, duplex: "half" };
  return new Request("http://127.0.0.1:3000/api/inngest?fnId=a&stepId=step", init);
};

test("a request within its bound is the same request", async () => {
  const bounded = boundedRequest(post("1234567890"), 10);
  expect([bounded.method, bounded.url]).toEqual([
    "POST",
    "http://127.0.0.1:3000/api/inngest?fnId=a&stepId=step",
  ]);
  expect(bounded.headers.get("x-inngest-signature")).toBe("t=1&s=a");
  expect(await bounded.text()).toBe("1234567890");
});

test("a request without a body stays as it is", () => {
  const request = new Request("http://127.0.0.1:3000/api/inngest");
  expect(boundedRequest(request, 10)).toBe(request);
});

test("one byte more, and it fails, without an end being waited for", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 1024;
      controller.enqueue(new Uint8Array(1024));
    },
  });
  await expect(boundedRequest(post("12345678901"), 10).text()).rejects.toThrow("larger than Lading takes");
  await expect(boundedRequest(post(endless), 10_000).text()).rejects.toThrow("larger than Lading takes");
  expect(sent).toBeLessThan(20_000);
});
