import { useEffect, useEffectEvent } from "react";
import { isSingleKey } from "./single-keys.ts";
import { useSingleKeys } from "./single-keys-choice.tsx";

/** What to do on a key as `KeyboardEvent.key` names it, in lower case. */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

/**
 * The keys of a page. Silent while a person types, holds ctrl, alt or ⌘, or a dialog is open; letters and signs also
 * where single keys are switched off.
 */
export function useHotkeys(hotkeys: Hotkeys): void {
  const singleKeys = useSingleKeys();
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
    if (!singleKeys.on && isSingleKey(event.key)) return;
    const act = hotkeys[event.key.toLowerCase()];
    if (act) act(event);
  });
  useEffect(() => {
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, []);
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return target.type !== "checkbox";
  return target.isContentEditable || ["TEXTAREA", "SELECT"].includes(target.tagName);
}
