import { type Gate, type Membership, mayPass } from "./permissions.ts";

/** The page on which something is mended, and the gate it asks of whoever comes. */
export type Mend = { gate: Gate; label: string; href: string };

/** A trouble in words for one reader; `fix` is null where no page mends it, or not for them. */
export type ForReader = { sentence: string; fix: { label: string; href: string } | null };

/** The link where its page lets the reader in; else no link, and the sentence says whom to ask (R24, R36). */
export function forReader(sentence: string, mend: Mend | null, reader: Membership): ForReader {
  if (!mend) return { sentence, fix: null };
  const { gate, label, href } = mend;
  if (mayPass(gate, reader)) return { sentence, fix: { label, href } };
  return { sentence: `${sentence} Ask an admin in your company.`, fix: null };
}
