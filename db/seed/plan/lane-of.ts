import type { LoadPlan } from "./plan-types.ts";

/** A load's lane by the names its columns have. */
export function laneOf({
  lane: [originCity, originState, destinationCity, destinationState, miles],
}: LoadPlan) {
  return { originCity, originState, destinationCity, destinationState, miles };
}
