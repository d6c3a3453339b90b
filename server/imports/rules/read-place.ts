import { isEmptyCell, quoteCell } from "./cell.ts";
import { stateCode } from "./state-code.ts";

type Place = { city: string; state: string };

const CITY_STATE = /^(.+?) ?, ?([A-Za-z]{2})(?:,? +\d{5}(?:-\d{4})?)?(?:,? +USA?)?$/;

/**
 * Reads a city and a state, or both from one cell ("Joliet, IL 60432") where the state has none of its own. Empty
 * is an unknown place.
 */
export function readPlace(cityText: string, stateText: string): Place | { reason: string } {
  const city = isEmptyCell(cityText) ? "" : cityText;
  if (isEmptyCell(stateText)) return splitPlace(city);
  const state = stateCode(stateText);
  return state ? { city, state } : { reason: stateReason(stateText) };
}

/** Why a text is no state. */
export function stateReason(text: string): string {
  return `${quoteCell(text)} is not a state. Write its two letters, like IL.`;
}

function splitPlace(text: string): Place {
  const [, city, state] = CITY_STATE.exec(text) ?? [];
  const code = state && stateCode(state);
  return city && code ? { city, state: code } : { city: text, state: "" };
}
