/** What a line of a load's charges is for: the line haul and its accessorials (R18). */
export const LOAD_LINE_KINDS = [
  "line_haul",
  "fuel_surcharge",
  "detention",
  "layover",
  "lumper",
  "tonu",
  "other",
] as const;

export type LoadLineKind = (typeof LOAD_LINE_KINDS)[number];

export const LOAD_LINE_LABELS = {
  line_haul: "Line haul",
  fuel_surcharge: "Fuel surcharge",
  detention: "Detention",
  layover: "Layover",
  lumper: "Lumper",
  tonu: "Truck ordered, not used",
  other: "Other",
} as const satisfies Record<LoadLineKind, string>;
