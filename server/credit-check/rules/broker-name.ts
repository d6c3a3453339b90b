// Words that half the trade has in its name, and legal forms: sharing one of these proves nothing.
const COMMON = new Set(
  (
    "logistics transport transportation trans freight brokerage brokers broker services service trucking lines line " +
    "express group solutions carriers cargo shipping supply chain forwarding global international usa america american " +
    "llc inc incorporated co corp corporation company ltd limited lp llp the and of"
  ).split(" "),
);

/**
 * True when OTR's name for the broker is plainly another company's than the customer's: no word in common but the
 * trade's own. A mistyped MC number finds somebody else's credit, and passes every other check (OTR §10.10).
 */
export function isOtherBroker(customerName: string, otrName: string | null): boolean {
  if (!otrName) return false;
  const ours = wordsOf(customerName);
  const theirs = wordsOf(otrName);
  if (ours.length === 0 || theirs.length === 0) return false;
  if (ours.some((word) => theirs.includes(word))) return false;
  // "C.H. Robinson" and "CH Robinson", "TransLink" and "Trans Link".
  const [a, b] = [ours.join(""), theirs.join("")];
  return !a.startsWith(b) && !b.startsWith(a);
}

function wordsOf(name: string): string[] {
  const words = name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/[^a-z0-9\s/&-]/g, "")
    .split(/[\s/&-]+/)
    .filter(Boolean);
  const telling = words.filter((word) => !COMMON.has(word));
  return telling.length > 0 ? telling : words;
}
