"use client";

import { useId, useState } from "react";
import { keepInBrowser } from "./keep-in-browser.ts";
import { THEME_COOKIE, THEME_LABELS, THEMES, type Theme } from "./theme.ts";

/** Light, dark, or as the device says; kept in a cookie for a year. */
export function ThemeChoice({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);
  // Two stand in the document, one for each width: each its own group.
  const name = useId();
  const choose = (next: Theme) => {
    setTheme(next);
    const root = document.documentElement;
    if (next === "system") delete root.dataset.theme;
    else root.dataset.theme = next;
    keepInBrowser(THEME_COOKIE, next);
  };
  return (
    <fieldset className="flex rounded-md border bg-muted p-0.5">
      <legend className="sr-only">Theme</legend>
      {THEMES.map((value) => (
        <label
          key={value}
          className="flex h-7 flex-1 items-center justify-center rounded-sm px-2 text-xs has-checked:bg-card has-checked:font-medium has-focus-visible:outline-2 has-focus-visible:outline-ring"
        >
          <input
            type="radio"
            name={name}
            className="sr-only"
            checked={theme === value}
            onChange={() => choose(value)}
          />
          {THEME_LABELS[value]}
        </label>
      ))}
    </fieldset>
  );
}
