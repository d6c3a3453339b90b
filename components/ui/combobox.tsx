"use client";

import { type KeyboardEvent, type ReactNode, useEffect, useEffectEvent, useId, useState } from "react";
import { cn } from "./cn.ts";
import { Input } from "./input.tsx";
import { Label } from "./label.tsx";

export type ComboboxOption = { id: string; label: string; note?: string };

type ComboboxProps<Option extends ComboboxOption> = {
  id: string;
  label: string;
  /** What is chosen, in words; empty while nothing is. */
  chosen: string;
  /** The options for what was typed last, best first. */
  options: Option[];
  onType: (text: string) => void;
  onChoose: (option: Option) => void;
  /** True while options for the typed text are on their way. */
  searching?: boolean;
  /** Said where nothing matches. */
  none: ReactNode;
  placeholder?: string;
  error?: string;
  hint?: ReactNode;
  hideLabel?: boolean;
  className?: string;
};

/**
 * A text field that finds one of many: typing searches, arrows move, Enter chooses, Escape and leaving the field keep
 * what was chosen. Enter before the options are there chooses the first as soon as they are; after an arrow it takes
 * what is seen. Finding is the caller's work.
 */
export function Combobox<Option extends ComboboxOption>(props: ComboboxProps<Option>) {
  const { id, label, chosen, options, onType, onChoose, searching = false, error, hint } = props;
  const listId = useId();
  const [typed, setTyped] = useState<string>();
  /** Where the arrows went since the last letter; undefined: nowhere. */
  const [active, setActive] = useState<number>();
  const [isEntered, setEntered] = useState(false);
  const open = typed !== undefined;
  const current = options[Math.min(active ?? 0, options.length - 1)];
  const note = error ?? hint;

  const search = (text: string) => {
    setTyped(text);
    setActive(undefined);
    setEntered(false);
    onType(text);
  };
  const close = () => {
    setTyped(undefined);
    setEntered(false);
  };
  const choose = (option: Option | undefined) => {
    if (!option) return;
    onChoose(option);
    close();
  };
  const chooseEntered = useEffectEvent(() => {
    setEntered(false);
    choose(current);
  });
  useEffect(() => {
    if (isEntered && !searching) chooseEntered();
  }, [isEntered, searching]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      if (!open) return search("");
      const step = event.key === "ArrowDown" ? 1 : -1;
      setActive((index = 0) => Math.min(Math.max(index + step, 0), Math.max(options.length - 1, 0)));
    }
    if (event.key === "Enter" && open) {
      event.preventDefault();
      if (searching && active === undefined) setEntered(true);
      else choose(current);
    }
    if (event.key === "Escape" && open) {
      event.stopPropagation();
      close();
    }
  };

  return (
    <div className={cn("relative grid content-start gap-1.5", props.className)}>
      <Label htmlFor={id} className={props.hideLabel ? "sr-only" : undefined}>
        {label}
      </Label>
      <Input
        id={id}
        role="combobox"
        aria-expanded={open}
        aria-controls={listId}
        aria-autocomplete="list"
        aria-activedescendant={open && current ? `${listId}-${current.id}` : undefined}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        autoComplete="off"
        placeholder={props.placeholder}
        value={typed ?? chosen}
        onChange={({ target }) => search(target.value)}
        onClick={() => open || search("")}
        onFocus={({ target }) => target.select()}
        onBlur={close}
        onKeyDown={onKeyDown}
      />
      <div
        className={cn(
          "absolute top-full right-0 left-0 z-30 mt-1 min-w-64 rounded-md border bg-popover p-1",
          !open && "hidden",
        )}
      >
        <div
          role="listbox"
          id={listId}
          aria-label={label}
          aria-busy={searching}
          className="max-h-72 overflow-y-auto"
        >
          {options.map((option) => (
            // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus and names the active option.
            // biome-ignore lint/a11y/useKeyWithClickEvents: the field hears the keys.
            <div
              key={option.id}
              id={`${listId}-${option.id}`}
              role="option"
              aria-selected={option === current}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
              className="flex min-h-9 cursor-pointer items-center justify-between gap-3 rounded-sm px-2 text-sm hover:bg-accent aria-selected:bg-accent"
            >
              <span className="truncate">{option.label}</span>
              <span className="shrink-0 text-muted-foreground tabular-nums">{option.note}</span>
            </div>
          ))}
        </div>
        <p role="status" className="px-2 py-1 text-muted-foreground text-sm empty:hidden">
          {open && options.length === 0 && (searching ? "Searching" : props.none)}
        </p>
      </div>
      {note && (
        <p id={`${id}-note`} className={cn("text-sm", error ? "text-failed" : "text-muted-foreground")}>
          {note}
        </p>
      )}
    </div>
  );
}
