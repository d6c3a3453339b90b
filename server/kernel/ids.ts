import { fromUUID, typeidUnboxed } from "typeid-js";
import { z } from "zod";
import { isId, uuidOf } from "./is-id.ts";

/** The prefix of every kind of id. An id reads `load_01jd…`: prefix, then a UUIDv7, so ids sort by time. */
export type IdPrefix =
  | "company"
  | "user"
  | "session"
  | "subsidiary"
  | "info"
  | "integration"
  | "customer"
  | "credit"
  | "load"
  | "line"
  | "change"
  | "document"
  | "invoice"
  | "batch"
  | "binv"
  | "attempt"
  | "sync"
  | "event"
  | "audit"
  | "link"
  | "import";

/** An id of one kind; a `LoadId` does not type-check where a `BatchId` is wanted. */
export type Id<P extends IdPrefix> = `${P}_${string}`;

export type CompanyId = Id<"company">;
export type UserId = Id<"user">;
export type SessionId = Id<"session">;
export type SubsidiaryId = Id<"subsidiary">;
export type IntegrationId = Id<"integration">;
export type CustomerId = Id<"customer">;
export type LoadId = Id<"load">;
export type DocumentId = Id<"document">;
export type InvoiceId = Id<"invoice">;
export type BatchId = Id<"batch">;
export type BatchInvoiceId = Id<"binv">;
export type AttemptId = Id<"attempt">;
export type SyncRunId = Id<"sync">;
export type OutboxEventId = Id<"event">;
export type AuditId = Id<"audit">;
export type AccountLinkId = Id<"link">;
export type ImportId = Id<"import">;

/** A fresh id of the given kind (time-ordered). */
export function newId<P extends IdPrefix>(prefix: P): Id<P> {
  return typeidUnboxed(prefix) as string as Id<P>;
}

/** A zod schema for an id of one kind, for procedure inputs and events. */
export function idSchema<P extends IdPrefix>(prefix: P) {
  return z.custom<Id<P>>((value) => typeof value === "string" && isId(prefix, value), {
    error: `This link or selection is not a valid ${prefix}. Reload the page and try again.`,
  });
}

/** The uuid under an id, as PostgreSQL stores it. Throws a TypeError on an id of another kind. */
export function idToUuid<P extends IdPrefix>(prefix: P, id: Id<P>): string {
  const uuid = uuidOf(prefix, id);
  if (uuid === undefined) throw new TypeError(`not an id of kind ${prefix}`);
  return uuid;
}

/** The id of the given kind over a stored uuid. */
export function idFromUuid<P extends IdPrefix>(prefix: P, uuid: string): Id<P> {
  return fromUUID(uuid, prefix) as string as Id<P>;
}
