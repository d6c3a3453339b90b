import { LOAD_LINE_LABELS, type LoadLineKind } from "#server/loads/rules/load-line-kind.ts";

type Lane = { originCity: string; originState: string; destinationCity: string; destinationState: string };

/** How a load's charge reads on its invoice: "Detention, 2 h at delivery"; the line haul names the lane. */
export function lineWords(line: { kind: LoadLineKind; description: string }, lane: Lane): string {
  const said = line.description.trim();
  if (line.kind === "other" && said !== "") return said;
  const more = said === "" && line.kind === "line_haul" ? laneWords(lane) : said;
  return more === "" ? LOAD_LINE_LABELS[line.kind] : `${LOAD_LINE_LABELS[line.kind]}, ${more}`;
}

function laneWords({ originCity, originState, destinationCity, destinationState }: Lane): string {
  if (originCity === "" || destinationCity === "") return "";
  return `${originCity}, ${originState} to ${destinationCity}, ${destinationState}`;
}
