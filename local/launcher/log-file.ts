import { existsSync, readFileSync } from "node:fs";

/** What a log has gained since `offset` bytes. */
export function readLog(file: string, offset = 0): string {
  return existsSync(file) ? readFileSync(file).subarray(offset).toString("utf8") : "";
}

/** The line of a log that most likely names the trouble: the last with an error's wording, else the last. */
export function telltaleLine(text: string): string {
  const lines = text
    .split("\n")
    .map((line) => line.trim())
    .filter(
      (line) => line && !line.startsWith("at ") && !/^[{}[\]()]/.test(line) && !/^Node\.js v/.test(line),
    );
  return (
    lines.findLast((line) => /error|fatal|can't|cannot|failed/i.test(line)) ??
    lines.at(-1) ??
    "it said nothing"
  );
}
