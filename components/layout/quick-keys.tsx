"use client";

import { Search } from "lucide-react";
import dynamic from "next/dynamic";
import { useEffect, useEffectEvent, useState } from "react";
import { Kbd } from "#components/ui/kbd.tsx";
import { useHotkeys } from "./use-hotkeys.ts";
import type { PalettePlaces } from "./use-palette-search.ts";

const CommandPalette = dynamic(() => import("./command-palette.tsx").then((m) => m.CommandPalette), {
  ssr: false,
});
const ShortcutList = dynamic(() => import("./shortcut-list.tsx").then((m) => m.ShortcutList), { ssr: false });

type QuickKeysProps = PalettePlaces & { compact?: boolean };

/** The button and ⌘K that open the command palette, and ? for the shortcuts. Both load when first wanted. */
export function QuickKeys({ compact = false, ...places }: QuickKeysProps) {
  const [open, setOpen] = useState<"palette" | "shortcuts">();
  const close = () => setOpen(undefined);

  const onKeyDown = useEffectEvent((event: KeyboardEvent) => {
    if (event.key.toLowerCase() !== "k" || !(event.metaKey || event.ctrlKey)) return;
    event.preventDefault();
    setOpen((now) => (now === "palette" ? undefined : "palette"));
  });
  useEffect(() => {
    // Two of these are on the page, one for each width: the visible one listens.
    if (compact) return;
    const listen = (event: KeyboardEvent) => onKeyDown(event);
    document.addEventListener("keydown", listen);
    return () => document.removeEventListener("keydown", listen);
  }, [compact]);
  useHotkeys(compact ? {} : { "?": () => setOpen("shortcuts") });

  return (
    <>
      <button
        type="button"
        aria-label={compact ? "Search loads, customers, batches and pages" : undefined}
        onClick={() => setOpen("palette")}
        className={
          compact
            ? "flex size-10 items-center justify-center rounded-md hover:bg-accent"
            : "flex h-8 items-center gap-2 rounded-md border px-2 text-muted-foreground text-sm hover:bg-accent"
        }
      >
        <Search aria-hidden className={compact ? "size-5" : "size-4"} />
        {!compact && (
          <>
            <span className="flex-1 text-left">Search</span>
            <Kbd>⌘K</Kbd>
          </>
        )}
      </button>
      {open === "palette" && <CommandPalette {...places} onClose={close} />}
      {open === "shortcuts" && <ShortcutList onClose={close} />}
    </>
  );
}
