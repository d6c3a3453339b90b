"use client";

import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog as DialogPrimitive } from "radix-ui";
import { type KeyboardEvent, useEffect, useEffectEvent, useRef, useState } from "react";
import { focusContent, useReturnFocus } from "#components/ui/use-return-focus.ts";
import { type PalettePlaces, usePaletteSearch } from "./use-palette-search.ts";

type CommandPaletteProps = PalettePlaces & { onClose: () => void };

const TITLE = "Find a load, customer, batch or page";

const item =
  "flex h-9 cursor-pointer items-center justify-between gap-3 rounded-md px-2 text-sm data-[selected=true]:bg-accent";
const group =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs";

/** ⌘K: pages, what can be made, customers, loads and batches. Finding is the server's work, so nothing is filtered here. */
export function CommandPalette({ onClose, ...places }: CommandPaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const [isEntered, setEntered] = useState(false);
  const { groups, searching, failed } = usePaletteSearch(text, places);
  const [picked, setPicked] = useState("");
  const choices = groups.flatMap(({ items }) => items);
  // What was picked may be gone from the list by now: Enter then takes the first.
  const selected = choices.find(({ id }) => id === picked) ?? choices[0];
  const { remember, giveBack } = useReturnFocus();
  const went = useRef(false);
  const go = (href: string) => {
    went.current = true;
    onClose();
    router.push(href);
  };

  const goEntered = useEffectEvent(() => {
    setEntered(false);
    if (selected) go(selected.href);
  });
  useEffect(() => {
    if (isEntered && !searching) goEntered();
  }, [isEntered, searching]);
  const onKeyDown = (event: KeyboardEvent) => {
    // A page is there at once; what the server finds may still be that of fewer letters.
    if (event.key !== "Enter" || !searching || selected?.id.startsWith("/")) return;
    event.preventDefault();
    setEntered(true);
  };

  return (
    <DialogPrimitive.Root open onOpenChange={(open) => !open && onClose()}>
      <DialogPrimitive.Portal>
        <DialogPrimitive.Overlay className="fixed inset-0 z-50 bg-[oklch(0.15_0.02_230/0.45)]" />
        <DialogPrimitive.Content
          aria-describedby={undefined}
          onOpenAutoFocus={remember}
          onCloseAutoFocus={(event) => {
            if (went.current) {
              event.preventDefault();
              focusContent();
            } else giveBack(event);
          }}
          className="fixed inset-x-4 top-[12dvh] z-50 mx-auto max-w-lg overflow-hidden rounded-lg border bg-popover"
        >
          <DialogPrimitive.Title className="sr-only">{TITLE}</DialogPrimitive.Title>
          <Command
            shouldFilter={false}
            label={TITLE}
            value={selected?.id ?? ""}
            onValueChange={setPicked}
            onKeyDown={onKeyDown}
          >
            <Command.Input
              value={text}
              onValueChange={(value) => {
                setText(value);
                setEntered(false);
              }}
              placeholder="Load, customer, batch or page"
              className="h-11 w-full border-b bg-transparent px-4 text-lg outline-none placeholder:text-muted-foreground md:text-base"
            />
            <Command.List className="max-h-80 overflow-y-auto p-2">
              <Command.Empty className="px-2 py-6 text-center text-muted-foreground text-sm">
                {emptyWords({ searching, failed })}
              </Command.Empty>
              {groups.map(({ heading, items }) => (
                <Command.Group key={heading} heading={heading} className={group}>
                  {items.map(({ id, href, label, note }) => (
                    <Command.Item key={id} value={id} onSelect={() => go(href)} className={item}>
                      <span className="truncate">{label}</span>
                      <span className="truncate text-muted-foreground tabular-nums">{note}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              ))}
            </Command.List>
          </Command>
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </DialogPrimitive.Root>
  );
}

function emptyWords({ searching, failed }: { searching: boolean; failed: boolean }): string {
  if (searching) return "Searching";
  if (failed) return "The search could not be made. Check your connection, then type again.";
  return "No load, customer, batch or page of that name.";
}
