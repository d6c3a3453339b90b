import type { RotationReport } from "./rotate-secrets.ts";

/** What was done and what may be done now, a sentence a line. Counts and key ids only. */
export function rotationWords(currentKey: string, report: RotationReport): string[] {
  const { reencrypted, companies, replacedMeanwhile, unreadable, secretsByKey, removable, missing } = report;
  const counts = [...secretsByKey].map(([key, secrets]) => `${key}: ${secrets}`).join(", ");
  const remaining = [...secretsByKey.keys()].filter((key) => key !== currentKey && !missing.includes(key));
  return [
    reencrypted === 0
      ? `Nothing to do: no readable password is under another key than "${currentKey}".`
      : `${passwords(reencrypted)} of ${companies === 1 ? "1 company" : `${companies} companies`} encrypted afresh with "${currentKey}".`,
    `Passwords by key now: ${counts || "none"}.`,
    replacedMeanwhile > 0 &&
      `${passwords(replacedMeanwhile)} saved by somebody meanwhile; what was saved stays.`,
    remaining.length > 0 &&
      `Still in use: ${remaining.join(", ")}. A copy of the app may run with the old first key; restart it with "${currentKey}" in front, then run this again.`,
    unreadable > 0 &&
      `${passwords(unreadable)} can't be read${missing.length > 0 ? `: the key ${missing.join(", ")} is not in LADING_ENCRYPTION_KEYS` : ""}. Put the key back and run this again, or enter those OTR logins again.`,
    removable.length > 0 &&
      `No password needs ${removable.join(", ")} any more. Once every copy of the app runs with "${currentKey}" in front, remove it from LADING_ENCRYPTION_KEYS and restart. Backups made before still need it.`,
  ].filter((sentence) => sentence !== false);
}

function passwords(count: number): string {
  return count === 1 ? "1 password" : `${count} passwords`;
}
