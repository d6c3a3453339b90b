import type { Tx } from "#db/client.ts";
import type { OutboxEventId, UserId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import type { LiveNotice } from "#server/live/schemas.ts";
import type { ImportKind } from "../rules/import-kind.ts";
import type { TextOf } from "../rules/import-mapping.ts";
import type { RowProblem, RowReading } from "../rules/row-reading.ts";
import { customerRows } from "./customer-rows.ts";
import { loadRows } from "./load-rows.ts";

/** A row that can be inserted, or why it can't. */
export type Resolved<Ready> = { ready: Ready } | { problems: RowProblem[] };

/** A good row, with the line of the file it begins in. */
export type GoodRow<Ready> = { line: number; ready: Ready };

/** Whose rows they are, and where they come from. */
export type Origin = { by: UserId; at: Date; fileName: string };

/** `created` counts what was not there before; the events are sent once the transaction has committed. */
export type Inserted = { created: number; events: OutboxEventId[] };

/** How rows of one kind are read, looked up and inserted. `Value` is what a row says, `Ready` what is inserted. */
export type RowKind<Value, Ready> = {
  /** The field that names what a row is about. */
  keyField: string;
  /** `today` is the company's calendar day. */
  read: (text: TextOf, today: string) => RowReading<Value>;
  /** Which of these keys the company has. */
  findKnown: (tx: Tx, scope: CompanyScope, keys: string[]) => Promise<ReadonlySet<string>>;
  /** Finds what the values name (customers, subsidiaries); the answer resolves each. */
  resolver: (tx: Tx, scope: CompanyScope, values: Value[]) => Promise<(value: Value) => Resolved<Ready>>;
  /** Inserts rows; what is there already stays as it is and is not counted. */
  insert: (tx: Tx, scope: CompanyScope, rows: GoodRow<Ready>[], origin: Origin) => Promise<Inserted>;
  /** Who looks at such rows. */
  notices: readonly LiveNotice[];
};

/** Runs `use` with the rows' kind. */
export function withRowKind<T>(kind: ImportKind, use: <Value, Ready>(rows: RowKind<Value, Ready>) => T): T {
  return kind === "customers" ? use(customerRows) : use(loadRows);
}
