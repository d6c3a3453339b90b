import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import type { Problem } from "./problem.ts";
import { supervise } from "./supervise.ts";

function sleeper() {
  const child = spawn(process.execPath, ["--eval", "setInterval(() => undefined, 1000)"]);
  const ended = once(child, "exit");
  const stop = async () => {
    child.kill("SIGTERM");
    await ended;
  };
  return { pid: child.pid, child, ready: once(child, "spawn").then(() => undefined), ended, stop };
}

function superviseSleeper() {
  const started: ReturnType<typeof sleeper>[] = [];
  const lines: string[] = [];
  let next = Promise.withResolvers<void>();
  const givenUp = Promise.withResolvers<Problem>();
  const service = supervise({
    title: "The sleeper",
    start: () => {
      const sleeping = sleeper();
      started.push(sleeping);
      return sleeping;
    },
    say: (line) => {
      lines.push(line);
      if (!line.endsWith("is back.")) return;
      next.resolve();
      next = Promise.withResolvers<void>();
    },
    giveUp: givenUp.resolve,
  });
  const killLatest = () => {
    const back = next.promise;
    started.at(-1)?.child.kill("SIGKILL");
    return back;
  };
  return { service, started, lines, killLatest, givenUp: givenUp.promise };
}

test("a killed service is started again, and the terminal says so", async () => {
  const { service, started, lines, killLatest } = superviseSleeper();
  await service.ready;
  await killLatest();
  expect(started).toHaveLength(2);
  expect(lines).toEqual(["The sleeper stopped unexpectedly; starting it again.", "The sleeper is back."]);
  await service.stop();
});

test("a service that is asked to stop is not started again", async () => {
  const { service, started, lines } = superviseSleeper();
  await service.ready;
  await service.stop();
  await service.ended;
  expect(started).toHaveLength(1);
  expect(lines).toEqual([]);
});

test("a service that stops again and again is given up with a sentence", async () => {
  const failing = Promise.withResolvers<Problem>();
  const gone = { ready: Promise.resolve(), ended: Promise.resolve(), stop: () => Promise.resolve() };
  supervise({
    title: "The job engine",
    start: () => gone,
    say: () => undefined,
    giveUp: failing.resolve,
    backoffMs: [0, 1, 1],
  });
  expect((await failing.promise).message).toBe("The job engine stops again and again; giving up.");
});
