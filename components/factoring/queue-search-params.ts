import { type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { QUEUE_DIRECTIONS, QUEUE_FILTERS, QUEUE_SORTS } from "#server/factoring/rules/queue-view.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";

/** What the address of Factoring Upload holds: all that a colleague needs to see the same list (R23). */
export const queueSearchParams = {
  subsidiary: parseAsString,
  q: parseAsString.withDefault(""),
  show: parseAsStringLiteral(QUEUE_FILTERS).withDefault("all"),
  sort: parseAsStringLiteral(QUEUE_SORTS).withDefault("delivered"),
  dir: parseAsStringLiteral(QUEUE_DIRECTIONS).withDefault("asc"),
};

export type QueueSearchParams = inferParserType<typeof queueSearchParams>;

/** The part of the queue an address asks for. */
export function toQueueView(params: QueueSearchParams, subsidiaryId: SubsidiaryId) {
  return {
    subsidiaryId,
    search: params.q.trim().slice(0, 80),
    filter: params.show,
    sort: params.sort,
    order: params.dir,
  };
}

/** The subsidiary the address names, if the company has it, else the first by name; undefined when there is none. */
export function chooseSubsidiary<S extends { id: SubsidiaryId }>(
  subsidiaries: readonly S[],
  wanted: string | null,
): S | undefined {
  return subsidiaries.find(({ id }) => id === wanted) ?? subsidiaries[0];
}
