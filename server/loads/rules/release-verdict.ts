import type { DocumentKind } from "#server/documents/rules/document-kind.ts";
import type { LoadId } from "#server/kernel/ids.ts";
import type { LoadStatus } from "./load-status.ts";
import { moveRefusal } from "./load-transitions.ts";
import { releaseBlockers } from "./release-blockers.ts";

type LoadWithPapers = { id: LoadId; number: string; status: LoadStatus; documents: readonly DocumentKind[] };

type Refused = { loadId: LoadId; number: string | null; sentence: string };

/** Parts loads into those that can be released and those that can't, each of these with its reason, in the order asked. */
export function releaseVerdict<Load extends LoadWithPapers>(
  loadIds: readonly LoadId[],
  found: readonly Load[],
): { releasable: Load[]; refused: Refused[] } {
  const known = new Map(found.map((load) => [load.id, load]));
  const releasable: Load[] = [];
  const refused: Refused[] = [];
  for (const loadId of new Set(loadIds)) {
    const load = known.get(loadId);
    const sentence = load ? refusalOf(load) : "This load does not exist any more. Reload the page.";
    if (sentence !== null) refused.push({ loadId, number: load?.number ?? null, sentence });
    else if (load) releasable.push(load);
  }
  return { releasable, refused };
}

function refusalOf({ id, status, documents }: LoadWithPapers): string | null {
  const refusal = moveRefusal({ status, expected: status, to: "released" });
  if (refusal) return refusal;
  const blockers = releaseBlockers({ loadId: id, status, documents });
  return blockers.length > 0 ? blockers.map(({ sentence }) => sentence).join(" ") : null;
}
