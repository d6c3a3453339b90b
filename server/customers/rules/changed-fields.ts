type Change = { from: unknown; to: unknown };

/** The fields whose value is another than before, each with both values. */
export function changedFields<Fields extends object>(
  before: Fields,
  after: Fields,
): { [Name in keyof Fields]?: Change } {
  const changes: { [Name in keyof Fields]?: Change } = {};
  for (const name of namesOf(after)) {
    if (before[name] !== after[name]) changes[name] = { from: before[name], to: after[name] };
  }
  return changes;
}

function namesOf<Fields extends object>(fields: Fields): (keyof Fields)[] {
  return Object.keys(fields) as (keyof Fields)[];
}
