import { useEffect, useEffectEvent } from "react";

/** What to do on a key as `KeyboardEvent.key` names it, in lower case. */
export type Hotkeys = Record<string, (event: KeyboardEvent) => void>;

/** Single-key shortcuts of a page. Silent while a person types, holds ctrl, alt or ⌘, or a dialog is open. */
export function useHotkeys(hotkeys: Hotkeys): void {
  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey) return;
    if (isTyping(event.target) || document.querySelector('[role="dialog"]')) return;
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
