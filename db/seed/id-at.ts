import { randomBytes } from "node:crypto";
import { type Id, type IdPrefix, idFromUuid } from "#server/kernel/ids.ts";

/** An id as if it had been made at `time`: lists sort by id, and the demo's past must lie in order. */
export function idAt<P extends IdPrefix>(prefix: P, time: Date): Id<P> {
  const bytes = randomBytes(16);
  bytes.writeUIntBE(time.getTime(), 0, 6);
  bytes.writeUInt8(0x70 | (bytes.readUInt8(6) & 0x0f), 6);
  bytes.writeUInt8(0x80 | (bytes.readUInt8(8) & 0x3f), 8);
  const hex = bytes.toString("hex");
  return idFromUuid(
    prefix,
    [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-"),
  );
}
