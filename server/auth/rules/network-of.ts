/**
 * What tries are counted by for an address: an IPv4 address itself, of IPv6 the first 64 bits, since whoever has one
 * address there has all that begin like it.
 */
export function networkOf(address: string): string {
  if (!address.includes(":")) return address;
  const [front = "", back] = address.split("%")[0]?.split("::") ?? [];
  const [begin, end] = [groupsOf(front), groupsOf(back)];
  const zeros = Array.from({ length: Math.max(0, 8 - begin.length - end.length) }, () => "0");
  const groups = back === undefined ? begin : [...begin, ...zeros, ...end];
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(":")}::/64`;
}

/** The groups of 16 bits; an IPv4 address at the end stands for two. */
function groupsOf(part = ""): string[] {
  return part.split(":").flatMap((group) => (group.includes(".") ? ["0", "0"] : group || []));
}
