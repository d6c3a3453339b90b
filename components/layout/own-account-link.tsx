"use client";

import Link from "next/link";
import { Button } from "#components/ui/button.tsx";

/** Leads from the user menu to one's own account, and closes the menu (on a phone the drawer too) behind it. */
export function OwnAccountLink() {
  const closePopovers = () => {
    for (const open of document.querySelectorAll<HTMLElement>(":popover-open")) open.hidePopover();
  };
  return (
    <Button asChild variant="ghost">
      <Link href="/account" onClick={closePopovers}>
        Your account
      </Link>
    </Button>
  );
}
