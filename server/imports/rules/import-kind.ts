/** What a CSV file can bring in (R21). */
export const IMPORT_KINDS = ["customers", "loads"] as const;

export type ImportKind = (typeof IMPORT_KINDS)[number];

/** Whether one bad row keeps all out, or only itself. */
export const IMPORT_MODES = ["all_or_nothing", "good_rows"] as const;

export type ImportMode = (typeof IMPORT_MODES)[number];

export const IMPORT_STATUSES = ["uploaded", "running", "done", "failed"] as const;

export type ImportStatus = (typeof IMPORT_STATUSES)[number];
