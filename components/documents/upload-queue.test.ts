import { beforeEach, expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import type { SendResult } from "./send-file.ts";
import { UploadQueue } from "./upload-queue.ts";

type Sent = { name: string; kind: string; signal: AbortSignal; answer: (result: SendResult) => void };

let sent: Sent[];
let queue: UploadQueue;

beforeEach(() => {
  sent = [];
  queue = new UploadQueue(
    ({ file, kind, signal }) =>
      new Promise((answer) => {
        sent.push({ name: file.name, kind, signal, answer });
        signal.addEventListener("abort", () => answer({ kind: "lost", sentence: "cancelled" }));
      }),
  );
});

const files = (...names: string[]) => names.map((name) => new File(["x"], name));
const states = () => queue.list().map(({ state }) => state);
const settled = () => new Promise((resolve) => setImmediate(resolve));
const added: SendResult = { kind: "added", documentId: newId("document") };

test("three files go at a time, and each that is done makes room for the next", async () => {
  queue.add(files("1.pdf", "2.pdf", "3.pdf", "4.pdf", "5.pdf"));
  expect(sent.map(({ name }) => name)).toEqual(["1.pdf", "2.pdf", "3.pdf"]);
  sent[1]?.answer(added);
  await settled();
  expect(sent.map(({ name }) => name)).toEqual(["1.pdf", "2.pdf", "3.pdf", "4.pdf"]);
  expect(states()).toEqual(["sending", "sending", "sending", "waiting"]);
});

test("a refused file stays with its sentence until it is dismissed; the others go on", async () => {
  queue.add(files("1.pdf", "2.pdf"));
  sent[0]?.answer({ kind: "refused", sentence: "This file is damaged." });
  await settled();
  expect(queue.list()).toMatchObject([
    { state: "refused", sentence: "This file is damaged." },
    { state: "sending" },
  ]);
  queue.remove(queue.list()[0]?.key ?? 0);
  expect(states()).toEqual(["sending"]);
});

test("a file whose upload was lost is sent again when asked", async () => {
  queue.add(files("1.pdf"));
  sent[0]?.answer({ kind: "lost", sentence: "The connection was lost." });
  await settled();
  expect(states()).toEqual(["lost"]);
  queue.retry(queue.list()[0]?.key ?? 0);
  expect([states(), sent.length]).toEqual([["sending"], 2]);
  sent[1]?.answer(added);
  await settled();
  expect([states(), queue.added()]).toEqual([[], 1]);
});

test("a cancelled upload is broken off, and the next begins", async () => {
  queue.add(files("1.pdf", "2.pdf", "3.pdf", "4.pdf"));
  queue.remove(queue.list()[0]?.key ?? 0);
  await settled();
  expect(sent[0]?.signal.aborted).toBe(true);
  expect(sent.at(-1)?.name).toBe("4.pdf");
  expect(states()).toEqual(["sending", "sending", "sending"]);
});

test("a file is sent as the kind that was chosen while it waited", async () => {
  queue.add(files("POD 1.pdf", "2.pdf", "3.pdf", "scan.pdf"));
  queue.setKind(queue.list()[3]?.key ?? 0, "scale_ticket");
  sent[0]?.answer(added);
  await settled();
  expect(sent.map(({ kind }) => kind)).toEqual(["proof_of_delivery", "other", "other", "scale_ticket"]);
});

test("what is empty or too large is refused without being sent", () => {
  const large = Object.defineProperty(new File(["x"], "big.pdf"), "size", { value: 26 * 1024 * 1024 });
  queue.add([new File([], "empty.pdf"), large]);
  expect(sent).toEqual([]);
  expect(queue.list().map(({ sentence }) => sentence)).toEqual([
    expect.stringContaining("is empty"),
    expect.stringContaining("larger than"),
  ]);
});
