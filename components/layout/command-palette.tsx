"use client";

import { useQuery } from "@tanstack/react-query";
import { Command } from "cmdk";
import { useRouter } from "next/navigation";
import { Dialog as DialogPrimitive } from "radix-ui";
import { useDeferredValue, useRef, useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { focusContent, useReturnFocus } from "#components/ui/use-return-focus.ts";
import { formatCents } from "#server/kernel/money.ts";
import { LOAD_STATUS_LABELS } from "#server/loads/rules/load-status.ts";
import type { NavGroup } from "./navigation.ts";

type CommandPaletteProps = { groups: NavGroup[]; mayBill: boolean; onClose: () => void };

const item =
  "flex h-9 cursor-pointer items-center justify-between gap-3 rounded-md px-2 text-sm data-[selected=true]:bg-accent";
const group =
  "[&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-muted-foreground [&_[cmdk-group-heading]]:text-xs";

/** ⌘K: pages, and loads and batches by number. Finding is the server's work, so nothing is filtered here. */
export function CommandPalette({ groups, mayBill, onClose }: CommandPaletteProps) {
  const router = useRouter();
  const [text, setText] = useState("");
  const wanted = useDeferredValue(text.trim());
  const trpc = useTRPC();
  const found = useQuery(
    trpc.factoring.find.queryOptions({ text: wanted }, { enabled: mayBill && wanted.length > 1 }),
  );
  const pages = groups
    .flatMap(({ title, links }) => links.map((link) => ({ ...link, title })))
    .filter(({ label, title }) => `${title} ${label}`.toLowerCase().includes(wanted.toLowerCase()));
  const [picked, setPicked] = useState("");
  const choices = [
    ...pages.map(({ href }) => href),
    ...(found.data?.loads ?? []).map(({ id }) => id),
    ...(found.data?.batches ?? []).map(({ id }) => id),
  ];
  // What was picked may be gone from the list by now: Enter then takes the first.
  const selected = choices.find((choice) => choice === picked) ?? choices[0] ?? "";
  const { remember, giveBack } = useReturnFocus();
  const went = useRef(false);
  const go = (href: string) => {
    went.current = true;
    onClose();
    router.push(href);
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
          <DialogPrimitive.Title className="sr-only">Find a load, batch or page</DialogPrimitive.Title>
          <Command
            shouldFilter={false}
            label="Find a load, batch or page"
            value={selected}
            onValueChange={setPicked}
          >
            <Command.Input
              value={text}
              onValueChange={setText}
              placeholder="Load number, batch number or page"
              className="h-11 w-full border-b bg-transparent px-4 text-lg outline-none placeholder:text-muted-foreground md:text-base"
            />
            <Command.List className="max-h-80 overflow-y-auto p-2">
              <Command.Empty className="px-2 py-6 text-center text-muted-foreground text-sm">
                {found.isFetching ? "Searching" : "No load, batch or page of that name."}
              </Command.Empty>
              {pages.length > 0 && (
                <Command.Group heading="Pages" className={group}>
                  {pages.map(({ href, label, title }) => (
                    <Command.Item key={href} value={href} onSelect={() => go(href)} className={item}>
                      {label} <span className="text-muted-foreground">{title}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {found.data && found.data.loads.length > 0 && (
                <Command.Group heading="Loads" className={group}>
                  {found.data.loads.map((load) => (
                    <Command.Item
                      key={load.id}
                      value={load.id}
                      onSelect={() => go(load.href)}
                      className={item}
                    >
                      <span className="truncate">
                        {load.number} <span className="text-muted-foreground">{load.customer}</span>
                      </span>
                      <span className="text-muted-foreground">{LOAD_STATUS_LABELS[load.status]}</span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
              {found.data && found.data.batches.length > 0 && (
                <Command.Group heading="Batches" className={group}>
                  {found.data.batches.map((batch) => (
                    <Command.Item
                      key={batch.id}
                      value={batch.id}
                      onSelect={() => go(`/reports/factoring/${batch.id}`)}
                      className={item}
                    >
                      <span>Batch {batch.number}</span>
                      <span className="text-muted-foreground tabular-nums">
                        {formatCents(batch.totalCents)}
                      </span>
                    </Command.Item>
                  ))}
                </Command.Group>
              )}
            </Command.List>
          </Command>
        </DialogPrimitive.Content>
      </DialogPrimitive.Portal>
    </DialogPrimitive.Root>
  );
}
