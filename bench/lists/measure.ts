import { median } from "../figure.ts";
import type { Ask } from "./asks.ts";
import type { OpenWorld } from "./open-world.ts";

/** Medians in milliseconds: the verb in the small world, in the big one, and its bare SQL in the big one. */
export type Measured = { figure: string; small: number; big: number; bare: number };

const WARM_UP = 3;

/** Runs a figure `rounds` times in each world, in turns, so that whatever else the machine does meets them alike. */
export async function measure(
  { name, run }: Ask,
  worlds: { small: OpenWorld; big: OpenWorld },
  rounds: number,
): Promise<Measured> {
  const { small, big } = worlds;
  const inWorld = (world: OpenWorld) => async () => {
    world.use();
    await run(world.facts);
  };
  const statements = await big.record(() => run(big.facts));
  const ways = { small: inWorld(small), big: inWorld(big), bare: () => big.send(statements) };
  const times: Record<keyof typeof ways, number[]> = { small: [], big: [], bare: [] };
  for (let round = -WARM_UP; round < rounds; round += 1) {
    for (const way of ["small", "big", "bare"] as const) {
      const start = performance.now();
      await ways[way]();
      if (round >= 0) times[way].push(performance.now() - start);
    }
  }
  return { figure: name, small: median(times.small), big: median(times.big), bare: median(times.bare) };
}
