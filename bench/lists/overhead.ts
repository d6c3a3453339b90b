import type { Ask } from "./asks.ts";
import type { OpenWorld } from "./open-world.ts";

const WARM_UP = 2;
const ROUNDS = 8;
/** A figure that is over its bound after so many rounds is over it. */
const MOST_ROUNDS = 600;
/** A verb does all that its bare SQL does: for less than this, the bare SQL has not had a quiet moment yet. */
const LEAST = 0.9;
const ROUNDS_FOR_LEAST = 40;

/**
 * What a verb costs of its bare SQL: the quickest run of one to the quickest run of the other, in turns. Whatever else
 * the machine does only ever adds to a run, so the quickest one is the nearest to the truth, and nearer with each round
 * more. A figure over the bound therefore gets more rounds before it is judged, as does one that no verb can have: a
 * larger sample of the same measurement, in which a verb that is too slow stays so.
 */
export async function measureOverhead({ run }: Ask, world: OpenWorld, bound: number): Promise<number> {
  const statements = await world.record(() => run(world.facts));
  const verb = () => run(world.facts);
  const bare = () => world.send(statements);
  const quickest = { verb: Number.POSITIVE_INFINITY, bare: Number.POSITIVE_INFINITY };
  const overhead = () => quickest.verb / quickest.bare;
  const enough = () => {
    if (overhead() > bound) return MOST_ROUNDS;
    return overhead() < LEAST ? ROUNDS_FOR_LEAST : ROUNDS;
  };

  for (let round = -WARM_UP; round < enough(); round += 1) {
    const [ofVerb, ofBare] = [await timeOf(verb), await timeOf(bare)];
    if (round < 0) continue;
    quickest.verb = Math.min(quickest.verb, ofVerb);
    quickest.bare = Math.min(quickest.bare, ofBare);
  }
  return overhead();
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}
