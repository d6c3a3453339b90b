import type { Figure } from "./figure.ts";
import { ASKS } from "./lists/asks.ts";
import { type BenchDatabase, startBenchDatabase } from "./lists/bench-database.ts";
import { type Measured, measure } from "./lists/measure.ts";
import { measureOverhead } from "./lists/overhead.ts";
import { report, tell } from "./report.ts";
import { BIG, SMALL } from "./seed/worlds.ts";

/*
 * The lists at a million loads: every list and search as its verb, as the app's role, in a database of ten thousand
 * loads and in one of a million, in turns. `node bench/lists.ts queue` measures only what is named like that.
 * `--short` has only the ten thousand, and only the verbs against their bare SQL: it is part of `npm test`.
 */

const ROUNDS = Number(process.env.BENCH_ROUNDS || 25);
/** A million loads may cost this much of what ten thousand cost, and a verb this much of its bare SQL. */
const BOUNDS = { growth: 1.5, overhead: 2 };
const [option] = process.argv.slice(2);
const isShort = option === "--short";
const only = isShort ? "" : (option?.toLowerCase() ?? "");
const asks = ASKS.filter(({ name }) => name.toLowerCase().includes(only));

const database = await startBenchDatabase();
try {
  if (isShort) tell("lists", await shortFigures(database));
  else report("lists", await allFigures(database));
} finally {
  await database.stop();
}

async function allFigures({ open }: BenchDatabase): Promise<Figure[]> {
  const worlds = { small: await open(SMALL), big: await open(BIG) };
  const figures: Figure[] = [];
  for (const ask of asks) figures.push(...figuresOf(await measure(ask, worlds, ROUNDS), ask.findsMore));
  return figures;
}

async function shortFigures({ open }: BenchDatabase): Promise<Figure[]> {
  const small = await open(SMALL);
  const figures: Figure[] = [];
  for (const ask of asks) {
    const measured = await measureOverhead(ask, small, BOUNDS.overhead);
    figures.push({ figure: `${ask.name}, to its bare SQL`, measured, unit: "×", bound: BOUNDS.overhead });
  }
  return figures;
}

/** What finds more in a larger company costs more there: it is told, and judged by its bare SQL alone. */
function figuresOf({ figure, small, big, bare }: Measured, findsMore = false): Figure[] {
  const ms = (value: number) => `${value.toFixed(1)} ms`;
  return [
    {
      figure: `${figure}, 1,000,000 to 10,000 loads`,
      measured: big / small,
      unit: "×",
      ...(findsMore ? {} : { bound: BOUNDS.growth }),
      detail: `${ms(big)} to ${ms(small)}`,
    },
    {
      figure: `${figure}, to its bare SQL`,
      measured: big / bare,
      unit: "×",
      bound: BOUNDS.overhead,
      detail: `${ms(big)} to ${ms(bare)}`,
    },
  ];
}
