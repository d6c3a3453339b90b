import type { ReactNode } from "react";
import { Brand } from "./brand.tsx";
import { FocusPage } from "./focus-page.tsx";
import { NavLinks } from "./nav-links.tsx";
import { actionsFor, navigationFor } from "./navigation.ts";
import type { Person } from "./person.ts";
import { PhoneBar } from "./phone-bar.tsx";
import { QuickKeys } from "./quick-keys.tsx";
import type { Theme } from "./theme.ts";
import { UserMenu } from "./user-menu.tsx";

type ShellProps = { person: Person; theme: Theme; signOut: ReactNode; children: ReactNode };

/** The frame of every signed-in page: navigation at the left, on a phone a bar with a drawer. */
export function Shell({ person, theme, signOut, children }: ShellProps) {
  const member = { role: person.role, billing: person.mayBill };
  const groups = navigationFor(member);
  const quick = { groups, actions: actionsFor(member), mayBill: person.mayBill };
  return (
    <div className="min-h-dvh md:grid md:grid-cols-[208px_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only z-50 rounded-md bg-popover px-3 py-2 focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
      >
        Skip to content
      </a>
      <aside className="sticky top-0 hidden h-dvh flex-col gap-5 border-r bg-card p-3 md:flex">
        <Brand className="h-8 px-2" />
        <QuickKeys {...quick} />
        <NavLinks groups={groups} />
        <div className="mt-auto border-t pt-2">
          <UserMenu id="user-menu" person={person} theme={theme} signOut={signOut} />
        </div>
      </aside>
      <PhoneBar
        groups={groups}
        search={<QuickKeys {...quick} compact />}
        foot={<UserMenu id="user-menu-phone" person={person} theme={theme} signOut={signOut} />}
      />
      <FocusPage />
      <main id="main" tabIndex={-1} className="flex min-w-0 flex-col outline-none">
        {children}
      </main>
    </div>
  );
}
