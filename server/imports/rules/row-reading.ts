/** Why a row can't be imported, and for which field of Lading (null: for the row as a whole). */
export type RowProblem = { field: string | null; reason: string; mend?: "import_customers" };

/**
 * What a row says: `key` names the customer or load it is about (null where it names none), `value` is null when
 * there are problems.
 */
export type RowReading<Value> = { key: string | null; value: Value | null; problems: RowProblem[] };
