export type Check = {
  name: string;
  /** A command of node_modules/.bin, or of node, with its arguments. */
  command: string[];
  /** Writes a JSON report to the file the placeholder REPORT stands for; its cases are counted. */
  runner?: "vitest" | "playwright";
  /** Not worth running when this one failed. */
  needs?: string;
};

/** Stands for the path of the report in a command or its environment. */
export const REPORT = "{report}";

const vitestReport = ["--reporter=default", "--reporter=json", `--outputFile.json=${REPORT}`];

const EVERYDAY: Check[] = [
  { name: "format and lint", command: ["biome", "check", "."] },
  { name: "types", command: ["tsc", "--noEmit"] },
  { name: "unused code", command: ["knip"] },
  { name: "unit tests", command: ["vitest", "run", ...vitestReport], runner: "vitest" },
  { name: "lists against their bare SQL", command: ["node", "bench/lists.ts", "--short"] },
  { name: "build", command: ["node", "scripts/build.ts"] },
  {
    name: "browser tests",
    command: ["playwright", "test", "--reporter=list,json"],
    runner: "playwright",
    needs: "build",
  },
];

const FAULTS: Check[] = [
  {
    name: "fault matrices",
    command: ["vitest", "run", "--config", "scripts/vitest-faults.config.ts", ...vitestReport],
    runner: "vitest",
  },
];

/** The checks of a kind: `faults`, or the everyday ones. */
export function checksFor(kind: string | undefined): Check[] {
  return kind === "faults" ? FAULTS : EVERYDAY;
}
