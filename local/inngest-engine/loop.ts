import { doCall } from "./call.ts";
import { claimDue } from "./claim.ts";
import type { Engine } from "./engine.ts";
import type { Job, JobKind } from "./jobs.ts";
import { releaseExpired, renewLeases, sweepLanes } from "./leases.ts";
import { patiently } from "./patiently.ts";
import { report } from "./report.ts";
import { doCancel, doCron, doFire, doWake } from "./timers.ts";

const TICK_MS = 50;
const RELEASE_MS = 1000;
const SWEEP_MS = 5000;

const handlers = {
  call: doCall,
  wake: (engine, job) => patiently(() => doWake(engine, job)),
  fire: (engine, job) => patiently(() => doFire(engine, job)),
  cron: (engine, job) => patiently(() => doCron(engine, job)),
  cancel: (engine, job) => patiently(() => doCancel(engine, job)),
} satisfies Record<JobKind, (engine: Engine, job: Job) => Promise<void>>;

export type Loop = {
  kick(): void;
  /** Jobs at work in this process. */
  working(): Job[];
  stop(): void;
};

/**
 * Claims due jobs and does them: at each kick (a slot came free, a job was added) and at each tick. A tick with nothing
 * due, or nothing due that has room, asks the database nothing.
 */
export function startLoop(engine: Engine): Loop {
  const working = new Map<string, Job>();
  let isClaiming = false;
  let isKicked = false;

  async function claim(): Promise<void> {
    if (isClaiming) {
      isKicked = true;
      return;
    }
    isClaiming = true;
    try {
      while (engine.isActive) {
        isKicked = false;
        const count = await claimDue(engine, work);
        if (count === 0 && !isKicked) return;
      }
    } catch (error) {
      report("claiming jobs", error);
    } finally {
      isClaiming = false;
    }
  }

  async function work(job: Job): Promise<void> {
    working.set(`${job.id}.${job.gen}`, job);
    try {
      await handlers[job.kind](engine, job);
    } catch (error) {
      report(`job ${job.id} (${job.kind})`, error);
    } finally {
      working.delete(`${job.id}.${job.gen}`);
      engine.slots.free(job.id);
      engine.kick();
    }
  }

  const timers = [
    every(TICK_MS, claim),
    every(RELEASE_MS, () => whenActive(engine, releaseExpired)),
    every(engine.config.leaseMs / 3, () => whenActive(engine, () => renewLeases(engine, working.values()))),
    every(SWEEP_MS, () => whenActive(engine, sweepLanes)),
  ];
  return {
    kick: () => void setImmediate(claim),
    working: () => [...working.values()],
    stop: () => timers.forEach(clearInterval),
  };
}

function every(milliseconds: number, work: () => Promise<void>) {
  let isRunning = false;
  return setInterval(async () => {
    if (isRunning) return;
    isRunning = true;
    try {
      await work();
    } catch (error) {
      report("housekeeping", error);
    } finally {
      isRunning = false;
    }
  }, milliseconds);
}

async function whenActive(engine: Engine, work: (engine: Engine) => Promise<void>): Promise<void> {
  if (engine.isActive) await work(engine);
}
