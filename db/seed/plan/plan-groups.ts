import type { LoadGroup } from "../data/load-groups.ts";
import { type Ground, planLoad } from "./plan-load.ts";
import type { LoadPlan } from "./plan-types.ts";

/** The loads of groups, each at a day and for a customer of its group. */
export function planGroups(ground: Ground, groups: readonly LoadGroup[]): LoadPlan[] {
  return groups.flatMap(({ count, delivered: [from, to], ...group }) =>
    Array.from({ length: count }, () =>
      planLoad(ground, { ...group, delivered: ground.random.int(from, to) }),
    ),
  );
}
