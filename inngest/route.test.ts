import { NextRequest } from "next/server";
import { expect, test } from "vitest";
import { testDatabase } from "#db/testing/test-database.ts";
import { MOST_STEP_BYTES } from "#server/kernel/body-limit.ts";

await testDatabase();
const { POST } = await import("#app/api/inngest/route.ts");

async function send(body: BodyInit) {
  const url = "http://127.0.0.1:3000/api/inngest?fnId=lading-nothing&stepId=step";
  const headers = { "content-type": "application/json" };
  const request = new NextRequest(url, { method: "POST", headers, body, duplex: "half" } as never);
  return (await POST(request, { params: Promise.resolve({}) })).text();
}

test("what Inngest sends reaches its function whole", async () => {
  const call = { ctx: { run_id: "r" }, event: { name: "e" }, events: [], steps: {}, version: 1 };
  expect(await send(JSON.stringify(call))).toContain("lading-nothing");
});

test("a body without end is given up", async () => {
  let sent = 0;
  const endless = new ReadableStream<Uint8Array>({
    pull: (controller) => {
      sent += 2 ** 20;
      controller.enqueue(new Uint8Array(2 ** 20).fill(32));
    },
  });
  // Next answers 500.
  await expect(send(endless)).rejects.toThrow("larger than Lading takes");
  expect(sent).toBeLessThan(MOST_STEP_BYTES + 8 * 2 ** 20);
});
