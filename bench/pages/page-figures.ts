import { type Figure, median } from "../figure.ts";
import type { Conditions } from "./conditions.ts";
import type { PageLoad } from "./page-load.ts";

/** The visits of one page under one set of conditions, and those of the bare page between them. */
export type Visits = { page: string; conditions: Conditions; loads: PageLoad[]; bare: PageLoad[] };

/** LCP and blocking in ms. */
const BOUNDS = {
  "full speed": { lcpMs: 400 },
  "4 × CPU, Fast 4G": { lcpMs: 1_200, blockingMs: 500 },
} as const satisfies Record<Conditions, { lcpMs: number; blockingMs?: number }>;

const MOST_REQUESTS = 35;

/** What a browser measured of a page, each the median of its visits, timed ones with the ratio to the bare page. */
export function figuresOfVisits({ page, conditions, loads, bare }: Visits): Figure[] {
  const middle = (of: PageLoad[], key: keyof PageLoad) => median(of.map((load) => load[key]));
  const timed = (key: "htmlMs" | "lcpMs" | "blockingMs") => ({
    measured: middle(loads, key),
    unit: "ms" as const,
    detail: toBare(middle(loads, key), middle(bare, key)),
  });
  const bounds: { lcpMs: number; blockingMs?: number } = BOUNDS[conditions];
  const name = `${page}, ${conditions}`;
  return [
    { figure: `${name}: HTML in the browser`, ...timed("htmlMs") },
    { figure: `${name}: largest contentful paint`, ...timed("lcpMs"), bound: bounds.lcpMs },
    { figure: `${name}: main thread blocked`, ...timed("blockingMs"), bound: bounds.blockingMs },
    { figure: `${name}: layout shift`, measured: middle(loads, "layoutShift"), unit: "", bound: 0 },
    {
      figure: `${name}: requests`,
      measured: middle(loads, "requests"),
      unit: "requests",
      bound: MOST_REQUESTS,
    },
  ];
}

/** JavaScript on the wire: the same in every visit but for the headers. */
export function scriptFigure({ page, loads }: Visits, most: number): Figure {
  const measured = median(loads.map(({ scriptBytes }) => scriptBytes)) / 1_000;
  return { figure: `${page}: JavaScript on the wire`, measured, unit: "kB", bound: most };
}

/** "3.2 × the bare page's 12.0 ms". */
export function toBare(ms: number, bareMs: number): string {
  return bareMs > 0
    ? `${(ms / bareMs).toFixed(1)} × the bare page's ${bareMs.toFixed(1)} ms`
    : "bare page: 0 ms";
}
