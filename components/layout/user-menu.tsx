import { ChevronsUpDown } from "lucide-react";
import type { ReactNode } from "react";
import { ROLE_LABELS } from "#server/auth/rules/permissions.ts";
import { OwnAccountLink } from "./own-account-link.tsx";
import type { Person } from "./person.ts";
import type { Theme } from "./theme.ts";
import { ThemeChoice } from "./theme-choice.tsx";

type UserMenuProps = { id: string; person: Person; theme: Theme; signOut: ReactNode };

/** Company and person at the foot of the navigation; opens theme, account and sign-out with the browser's own popover. */
export function UserMenu({ id, person, theme, signOut }: UserMenuProps) {
  return (
    <>
      <button
        type="button"
        popoverTarget={id}
        className="flex w-full items-center gap-2 rounded-md px-2 py-1.5 text-left hover:bg-accent"
      >
        <span className="min-w-0 flex-1">
          <span className="block truncate font-medium text-sm">{person.company.name}</span>
          <span className="block truncate text-muted-foreground text-xs">{person.name}</span>
        </span>
        <ChevronsUpDown aria-hidden className="size-4 shrink-0 text-muted-foreground" />
      </button>
      <div
        id={id}
        popover="auto"
        className="fixed inset-auto bottom-16 left-2 m-0 w-56 flex-col gap-3 rounded-md border bg-popover p-3 text-foreground open:flex"
      >
        <div>
          <p className="truncate font-medium text-sm">{person.name}</p>
          <p className="truncate text-muted-foreground text-xs">{person.email}</p>
          <p className="text-muted-foreground text-xs">
            {ROLE_LABELS[person.role]}
            {person.mayBill && " · Billing"}
          </p>
        </div>
        <ThemeChoice initial={theme} />
        <OwnAccountLink />
        {signOut}
      </div>
    </>
  );
}
