import { spawnSync } from "node:child_process";
import { cpus, totalmem } from "node:os";
import { fileURLToPath } from "node:url";
import { isWithin } from "./figure.ts";
import { forgetFigures, hasFigures, keptFigures, rowOf } from "./report.ts";
import { SECTIONS, type Section } from "./sections.ts";

/*
 * `npm run bench`: every section in a process of its own, one after the other, then all figures in one table.
 * `npm run bench -- lists submit` runs only these.
 */

const wanted = process.argv.slice(2);
const sections = SECTIONS.filter((section) => wanted.length === 0 || wanted.includes(section));
const brokenOff = new Set<Section>();
for (const section of sections) {
  forgetFigures(section);
  const script = fileURLToPath(new URL(`${section}.ts`, import.meta.url));
  const { status, signal } = spawnSync(process.execPath, [script], { stdio: "inherit" });
  if (signal || status !== 0) process.exitCode = 1;
  if (!hasFigures(section)) brokenOff.add(section);
}

const figures = sections
  .filter((section) => !brokenOff.has(section))
  .flatMap((section) => keptFigures(section).map((figure) => ({ section, figure })));
const [processor] = cpus();
console.log(
  `\n${cpus().length} cores of ${processor?.model ?? "an unknown kind"}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}, ${process.platform}`,
);
console.table(figures.map(({ section, figure }) => ({ section, ...rowOf(figure) })));
const over = figures.filter(({ figure }) => !isWithin(figure));
console.log(`${figures.length - over.length} of ${figures.length} figures are within their bounds.`);
if (brokenOff.size > 0) console.log(`Broken off without figures: ${[...brokenOff].join(", ")}.`);
