import { log } from "#server/log.ts";

/**
 * Does the work for one item after the other; returns for how many it succeeded. One that fails is logged and
 * stops none of the rest: they belong to different companies.
 */
export async function forEachAlone<T>(items: T[], work: (item: T) => Promise<unknown>): Promise<number> {
  let done = 0;
  for (const item of items) {
    try {
      await work(item);
      done += 1;
    } catch (error) {
      log().error({ err: error, item }, "left to the next turn");
    }
  }
  return done;
}
