import { useRef } from "react";

/**
 * Gives the focus back when a dialog closes: to what had it before, or to the page's content where that is gone
 * (the row was submitted, the button is off). What took the focus meanwhile on purpose keeps it.
 */
export function useReturnFocus() {
  const opener = useRef<Element>(null);
  return {
    remember: () => {
      opener.current = document.activeElement;
    },
    giveBack: (event: Event) => {
      if (event.defaultPrevented) return;
      event.preventDefault();
      if (hasFocus()) return;
      if (opener.current instanceof HTMLElement) opener.current.focus();
      if (!hasFocus()) focusContent();
    },
  };
}

/** Puts the focus at the beginning of the page's content: the next Tab goes to its first control. */
export function focusContent(): void {
  document.querySelector<HTMLElement>("main")?.focus({ preventScroll: true });
}

/** True unless the focus is lost to the page as a whole. */
export function hasFocus(): boolean {
  return document.activeElement !== null && document.activeElement !== document.body;
}
