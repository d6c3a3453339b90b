"use client";

import Link from "next/link";
import { usePathname } from "next/navigation";
import { cn } from "#components/ui/cn.ts";
import type { NavGroup } from "./navigation.ts";

/** The groups of pages; the page one is on is marked. `onFollow` lets a drawer close behind the click. */
export function NavLinks({ groups, onFollow }: { groups: NavGroup[]; onFollow?: () => void }) {
  const pathname = usePathname();
  return (
    <nav aria-label="Main" className="flex flex-col gap-5">
      {groups.map(({ title, links }) => (
        <section key={title} aria-label={title}>
          <h2 className="px-2 pb-1 font-medium text-muted-foreground text-xs">{title}</h2>
          {links.map(({ href, label }) => {
            const here = pathname === href || pathname.startsWith(`${href}/`);
            return (
              <Link
                key={href}
                href={href}
                // Every page is drawn for the moment it is asked for: fetched ahead it would be drawn twice.
                prefetch={false}
                onClick={onFollow}
                aria-current={here ? "page" : undefined}
                className={cn(
                  "flex h-8 items-center rounded-md px-2 text-sm hover:bg-accent max-md:h-10 max-md:text-base",
                  here && "bg-accent font-medium",
                )}
              >
                {label}
              </Link>
            );
          })}
        </section>
      ))}
    </nav>
  );
}
