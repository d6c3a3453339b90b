import { useSyncExternalStore } from "react";

// Tailwind's md: below it lists have two-line rows.
const QUERY = "(width < 48rem)";

function subscribe(onChange: () => void): () => void {
  const media = window.matchMedia(QUERY);
  media.addEventListener("change", onChange);
  return () => media.removeEventListener("change", onChange);
}

/** True on a screen narrower than 768 px; the server says false. */
export function useIsPhone(): boolean {
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(QUERY).matches,
    () => false,
  );
}
