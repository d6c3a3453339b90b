"use client";

import { useEffect, useRef, useState } from "react";
import { Input } from "#components/ui/input.tsx";
import { useSingleKeys } from "./single-keys-choice.tsx";
import { useHotkeys } from "./use-hotkeys.ts";
import { focusList } from "./use-list-keys.ts";

type Props = { label: string; placeholder: string; value: string; onSearch: (text: string) => void };

const PAUSE_MS = 250;

/** A search field that `/` focuses; it searches when typing pauses, empties on Escape, and Enter or ↓ leads to the list. */
export function SearchBox({ label, placeholder, value, onSearch }: Props) {
  const singleKeys = useSingleKeys();
  const input = useRef<HTMLInputElement>(null);
  const [text, setText] = useState(value);
  const [seen, setSeen] = useState(value);
  if (seen !== value) {
    // The address changed: by our own search, or underneath us ("Clear filters", the back button).
    setSeen(value);
    if (value !== text.trim()) setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const timer = setTimeout(() => onSearch(text.trim()), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, value, onSearch]);
  useHotkeys({
    "/": (event) => {
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    },
  });
  return (
    <Input
      ref={input}
      type="search"
      aria-label={label}
      placeholder={placeholder}
      value={text}
      onChange={(event) => setText(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === "Escape") setText("");
        if (event.key !== "Enter" && event.key !== "ArrowDown") return;
        if (text.trim() !== value) onSearch(text.trim());
        if (focusList()) event.preventDefault();
      }}
      aria-keyshortcuts={singleKeys.on ? "/" : undefined}
      className="w-full sm:w-72"
    />
  );
}
