"use client";

import { Menu } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { Brand } from "./brand.tsx";
import { NavLinks } from "./nav-links.tsx";
import type { NavGroup } from "./navigation.ts";

type PhoneBarProps = { groups: NavGroup[]; search: ReactNode; foot: ReactNode };

/** The top bar of a phone, with the navigation in a drawer (the browser's own popover). */
export function PhoneBar({ groups, search, foot }: PhoneBarProps) {
  const drawer = useRef<HTMLDivElement>(null);
  return (
    <header className="flex h-12 items-center gap-2 border-b bg-card px-2 md:hidden">
      <button
        type="button"
        popoverTarget="navigation-drawer"
        aria-label="Open navigation"
        className="flex size-10 items-center justify-center rounded-md hover:bg-accent"
      >
        <Menu aria-hidden className="size-5" />
      </button>
      <Brand className="flex-1" />
      {search}
      <div
        ref={drawer}
        id="navigation-drawer"
        popover="auto"
        className="fixed inset-y-0 right-auto left-0 m-0 h-dvh max-h-none w-72 flex-col gap-6 border-r bg-card p-3 text-foreground backdrop:bg-[oklch(0.15_0.02_230/0.45)] open:flex"
      >
        <Brand className="h-10 px-2" />
        <NavLinks groups={groups} onFollow={() => drawer.current?.hidePopover()} />
        <div className="mt-auto">{foot}</div>
      </div>
    </header>
  );
}
