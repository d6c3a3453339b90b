import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { appendFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, onTestFinished, test } from "vitest";
import { connectControl } from "./control/connect-control.ts";
import { startSandbox } from "./start-sandbox.ts";
import { callerOf, createBody } from "./testing/open-sandbox.ts";

const main = join(import.meta.dirname, "main.ts");

async function dataFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "otr-sandbox-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** The sandbox as its own process, once it says that it is ready. */
async function spawnSandbox(env: Record<string, string>): Promise<{ child: ChildProcess; url: string }> {
  const child = spawn(process.execPath, [main], {
    env: { ...process.env, OTR_SANDBOX_PORT: "0", ...env },
    stdio: ["ignore", "pipe", "inherit"],
  });
  onTestFinished(() => {
    child.kill("SIGKILL");
  });
  const [line] = await once(createInterface({ input: child.stdout }), "line");
  return { child, url: String(line).replace("ready ", "") };
}

test("a sandbox killed at once after its answer still knows invoices, statuses, brokers and settings", async () => {
  const folder = await dataFolder();
  const { child, url } = await spawnSandbox({ OTR_SANDBOX_DATA: folder });
  const control = connectControl(url);
  await control.seedBrokers({ brokers: [{ mc: "77", name: "Later LLC", result: "Approved", noBuy: false }] });
  await control.setAutomatic({ automatic: { seconds: 20, mixed: true } });
  const caller = callerOf(`${url}/carrier-tms/2`);
  await caller.create({ ...createBody, InvoiceNo: "1", PoNumber: "1" });
  await control.setStatus({ invoiceNo: "1", status: 12 });
  const created = await caller.create({ ...createBody, BrokerMC: 77 });
  child.kill("SIGKILL");
  await once(child, "exit");

  const again = await startSandbox({ dataFolder: folder });
  onTestFinished(again.close);
  expect(await again.control.listInvoices()).toMatchObject([
    { pkey: (await created.json()).invoicePkey, status: 1, brokerName: "Later LLC" },
    { invoiceNo: "1", status: 12 },
  ]);
  expect(await again.control.summary()).toMatchObject({
    automatic: { seconds: 20, mixed: true },
    brokers: 7,
  });
  const repeated = await callerOf(again.baseUrl).create({ ...createBody, BrokerMC: 77 });
  expect(repeated.status).toBe(409);
});

test("a half-written last line is dropped, and what follows is kept", async () => {
  const folder = await dataFolder();
  const first = await startSandbox({ dataFolder: folder });
  await callerOf(first.baseUrl).create(createBody);
  await first.close();
  await appendFile(join(folder, "journal.ndjson"), '{"type":"invoice_cre');

  const second = await startSandbox({ dataFolder: folder });
  await callerOf(second.baseUrl).create({ ...createBody, InvoiceNo: "2", PoNumber: "2" });
  await second.close();
  const third = await startSandbox({ dataFolder: folder });
  onTestFinished(third.close);
  expect((await third.control.listInvoices()).map(({ invoiceNo }) => invoiceNo)).toEqual(["2", "60417"]);
  await third.control.reset();
  expect(await third.control.listInvoices()).toEqual([]);
});

test("SIGTERM ends it cleanly", async () => {
  const { child } = await spawnSandbox({});
  child.kill("SIGTERM");
  expect(await once(child, "exit")).toEqual([0, null]);
});

test("it ends when the process that started it is gone", async () => {
  const { child } = await spawnSandbox({ LADING_PARENT_PID: "1" });
  expect(await once(child, "exit")).toEqual([0, null]);
});
