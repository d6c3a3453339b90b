type Places = { originCity: string; originState: string; destinationCity: string; destinationState: string };

/** "Joliet, IL – Toledo, OH"; a place that isn't known is "?". */
export function laneOf({ originCity, originState, destinationCity, destinationState }: Places): string {
  return `${place(originCity, originState)} – ${place(destinationCity, destinationState)}`;
}

function place(city: string, state: string): string {
  return [city, state].filter(Boolean).join(", ") || "?";
}
