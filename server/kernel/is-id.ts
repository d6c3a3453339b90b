import { uuidOfSuffix } from "./id-suffix.ts";
import type { Id, IdPrefix } from "./ids.ts";

/** True when `value` is a well-formed id of that kind. Apart from `ids.ts`, so that a page can ask it without zod. */
export function isId<P extends IdPrefix>(prefix: P, value: string): value is Id<P> {
  return uuidOf(prefix, value) !== undefined;
}

/** The uuid under an id of that kind; undefined where it is none. */
export function uuidOf(prefix: IdPrefix, id: string): string | undefined {
  return id.startsWith(`${prefix}_`) ? uuidOfSuffix(id.slice(prefix.length + 1)) : undefined;
}
