import { expect, test } from "vitest";
import { newId } from "#server/kernel/ids.ts";
import { LOAD_STATUSES, type LoadStatus } from "./load-status.ts";
import { releaseVerdict } from "./release-verdict.ts";

const papers = ["rate_confirmation", "proof_of_delivery"] as const;
const aLoad = (status: LoadStatus, documents: readonly (typeof papers)[number][] = papers) => ({
  id: newId("load"),
  number: `L-${status}`,
  status,
  documents,
});

test("only delivered loads and TONUs are released, every other one says where it stands", () => {
  const loads = LOAD_STATUSES.map((status) => aLoad(status));
  const { releasable, refused } = releaseVerdict(
    loads.map(({ id }) => id),
    loads,
  );
  expect(releasable.map(({ status }) => status)).toEqual(["delivered", "tonu"]);
  expect(refused.map(({ number }) => number)).toEqual(
    LOAD_STATUSES.filter((status) => status !== "delivered" && status !== "tonu").map((s) => `L-${s}`),
  );
});

test("one load's missing POD keeps that load, and no other", () => {
  const [bare, ready] = [aLoad("delivered", ["rate_confirmation"]), aLoad("delivered")];
  const verdict = releaseVerdict([bare.id, ready.id, ready.id], [ready, bare]);
  expect(verdict.releasable).toEqual([ready]);
  expect(verdict.refused).toMatchObject([{ loadId: bare.id, sentence: expect.stringContaining("POD") }]);
});

test("a load that isn't there is refused, not forgotten", () => {
  const loadId = newId("load");
  expect(releaseVerdict([loadId], []).refused).toMatchObject([{ loadId, number: null }]);
});
