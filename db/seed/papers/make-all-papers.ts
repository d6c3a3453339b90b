import type { LoadId } from "#server/kernel/ids.ts";
import type { Cast } from "../cast.ts";
import type { Papers } from "../data/load-groups.ts";
import { idAt } from "../id-at.ts";
import type { LoadPlan } from "../plan/plan-types.ts";
import type { Random } from "../random.ts";
import { drawDeliveryReceipt } from "../scans/delivery-receipt.ts";
import { makePapers, type Paper } from "./make-papers.ts";

const LOADS_PER_SCAN = 40;
const LOADS_AT_ONCE = 16;

/**
 * The documents of all loads. The scans are shared out of a handful. With `shared`, one load's documents stand for
 * all loads whose papers are as far: for runs that need thousands of loads rather than thousands of PDFs.
 */
export async function makeAllPapers(
  cast: Cast,
  loads: readonly LoadPlan[],
  { random, shared }: { random: Random; shared: boolean },
): Promise<Map<LoadId, Paper[]>> {
  const scans = Array.from({ length: Math.min(8, Math.ceil(loads.length / LOADS_PER_SCAN)) }, () =>
    drawDeliveryReceipt(random),
  );
  const papers = new Map<LoadId, Paper[]>();
  const templates = new Map<Papers, Paper[]>();
  const make = async (load: LoadPlan) => {
    const template = shared ? templates.get(load.papers) : undefined;
    const made = template ? template.map(copyOf) : await makePapers(cast, load, random.pick(scans));
    papers.set(load.id, made);
    templates.set(load.papers, made);
  };
  const atOnce = shared ? 1 : LOADS_AT_ONCE;
  for (let from = 0; from < loads.length; from += atOnce) {
    await Promise.all(loads.slice(from, from + atOnce).map(make));
  }
  return papers;
}

function copyOf(paper: Paper): Paper {
  return { ...paper, id: idAt("document", paper.createdAt) };
}
