/** What people see for a column without a header. */
const unnamed = (position: number) => `Column ${position}`;

/**
 * The names of the columns, each once: a second "City" becomes "City (2)", a header without text "Column 5".
 * Columns without header at the end are left out.
 */
export function readHeaders(cells: readonly string[]): string[] {
  const used = new Set<string>();
  const texts = cells.map((cell) => cell.replace(/\s+/g, " ").trim().slice(0, 100));
  const last = texts.findLastIndex((text) => text !== "");
  return texts.slice(0, last + 1).map((text, index) => {
    const name = unusedName(text || unnamed(index + 1), used);
    used.add(name.toLowerCase());
    return name;
  });
}

function unusedName(name: string, used: ReadonlySet<string>): string {
  if (!used.has(name.toLowerCase())) return name;
  let count = 2;
  while (used.has(`${name} (${count})`.toLowerCase())) count += 1;
  return `${name} (${count})`;
}
