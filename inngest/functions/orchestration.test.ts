import { expect, test } from "vitest";
import { setTestEnv } from "#db/testing/test-env.ts";
import { noCounts } from "#server/factoring/rules/sync-counts.ts";
import type { Progress } from "#server/factoring/submission/submission-job.ts";
import type { PageResult } from "#server/factoring/sync/sync-page.ts";
import { inlineSteps } from "#server/factoring/testing/inline-steps.ts";
import { newId } from "#server/kernel/ids.ts";
import { scopeOf } from "./company-scope.ts";
import { startDueNights } from "./nightly-sync.ts";
import { fanOutBatch } from "./submit-batch.ts";
import { bringToOtr } from "./submit-invoice.ts";
import { syncPurchases } from "./sync-purchases.ts";

setTestEnv({ DATABASE_URL: "postgres://nobody@127.0.0.1:9/none" });
const companyId = newId("company");
const scope = scopeOf({ companyId });

/** Hands out the given results one after the other. */
function inTurn<T>(results: T[]) {
  const rest = [...results];
  return async () => {
    const next = rest.shift();
    if (next === undefined) throw new Error("called once too often");
    return next;
  };
}

test("a batch of 1,200 is queued in pages, each invoice under an id of its own", async () => {
  const page = (size: number, next: ReturnType<typeof newId<"binv">> | null) => ({
    invoices: Array.from({ length: size }, () => ({
      batchInvoiceId: newId("binv"),
      integrationId: newId("integration"),
      round: 1,
    })),
    next,
  });
  const steps = inlineSteps();
  const pages = inTurn([page(500, newId("binv")), page(500, newId("binv")), page(200, null)]);
  expect(await fanOutBatch({ companyId, batchId: newId("batch") }, steps, pages)).toEqual({ invoices: 1200 });
  expect(new Set(steps.sent.map(({ id }) => id)).size).toBe(1200);
  expect(steps.sent[0]?.id).toMatch(/^submit:binv_[0-9a-z]{26}:1$/);
  expect(steps.stepIds()).toHaveLength(6);
});

test("an invoice takes two steps when all goes well, and waits durably when it must", async () => {
  const job = { scope, batchInvoiceId: newId("binv"), round: 1 };
  const well: Progress[] = [{ next: "attach" }, { next: "end", state: "accepted" }];
  const calm = inlineSteps();
  expect(await bringToOtr(job, calm, inTurn(well))).toEqual({ state: "accepted" });
  expect(calm.stepIds()).toEqual(["start 1", "attach 2"]);

  const rough = inlineSteps();
  await bringToOtr(
    job,
    rough,
    inTurn<Progress>([{ next: "wait", seconds: 5 }, { next: "wait", seconds: 30 }, ...well]),
  );
  expect(rough.slept).toEqual([5, 30]);
  expect(new Set(rough.stepIds()).size).toBe(rough.stepIds().length);
});

test("a run that starts over repeats no step that was kept", async () => {
  const job = { scope, batchInvoiceId: newId("binv"), round: 1 };
  const steps = inlineSteps();
  const crashed = bringToOtr(job, steps, inTurn<Progress>([{ next: "attach" }]));
  await expect(crashed).rejects.toThrow("once too often");
  expect(await bringToOtr(job, steps, inTurn<Progress>([{ next: "end", state: "accepted" }]))).toEqual({
    state: "accepted",
  });
});

test("the sync of one login in trouble stops none of the others", async () => {
  const [bad, good] = [newId("integration"), newId("integration")];
  const counted = { ...noCounts, checked: 2, unchanged: 2 };
  const finished: unknown[] = [];
  const result = await syncPurchases({ scope, syncRunId: newId("sync") }, inlineSteps(), {
    planSync: async () => [bad, good],
    syncPage: async (_job, integrationId): Promise<PageResult> =>
      integrationId === bad
        ? { counts: noCounts, after: null, next: { kind: "trouble", trouble: "credentials_rejected" } }
        : { counts: counted, after: null, next: { kind: "done" } },
    finishSync: async (_job, end) => {
      finished.push(end);
    },
  });
  expect(result).toEqual(counted);
  expect(finished).toEqual([
    { counts: counted, troubles: [{ integrationId: bad, trouble: "credentials_rejected" }] },
  ]);
});

test("a login that only ever says slow down is given up, not waited for without end", async () => {
  const steps = inlineSteps();
  const ends: { troubles: unknown }[] = [];
  await syncPurchases({ scope, syncRunId: newId("sync") }, steps, {
    planSync: async () => [newId("integration")],
    syncPage: async (): Promise<PageResult> => ({
      counts: noCounts,
      after: null,
      next: { kind: "pause", seconds: 60 },
    }),
    finishSync: async (_job, end) => {
      ends.push(end);
    },
  });
  expect(steps.slept).toHaveLength(30);
  expect(ends).toMatchObject([{ troubles: [{ trouble: "throttled" }] }]);
});

test("every company whose night has come is started, though one can't be", async () => {
  const nights = [companyId, newId("company"), newId("company")].map((id) => ({
    companyId: id,
    nightOf: "2026-11-24",
  }));
  const started: string[] = [];
  const count = await startDueNights(inlineSteps(), {
    findDueNights: async () => nights,
    startNightlySync: async (of) => {
      if (of.companyId === companyId) throw new Error("this one's rows are locked");
      started.push(of.companyId);
      return true;
    },
  });
  expect(count).toBe(2);
  expect(started).toEqual(nights.slice(1).map((night) => night.companyId));
});

test("a login whose pages can't be read at all is told as stopped, the others are synced", async () => {
  const [bad, good] = [newId("integration"), newId("integration")];
  const ends: { troubles: unknown }[] = [];
  await syncPurchases({ scope, syncRunId: newId("sync") }, inlineSteps(), {
    planSync: async () => [bad, good],
    syncPage: async (_job, integrationId): Promise<PageResult> => {
      if (integrationId === bad) throw new Error("its password can't be decrypted");
      return { counts: { ...noCounts, checked: 1, unchanged: 1 }, after: null, next: { kind: "done" } };
    },
    finishSync: async (_job, end) => {
      ends.push(end);
    },
  });
  expect(ends).toMatchObject([
    { counts: { checked: 1 }, troubles: [{ integrationId: bad, trouble: "stopped" }] },
  ]);
});
