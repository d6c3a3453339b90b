"use client";

import { usePathname } from "next/navigation";
import { useEffect, useRef } from "react";
import { focusContent, hasFocus } from "#components/ui/use-return-focus.ts";

/** A new page whose way there is gone (a row, a button of the page before) gets the focus at its content. */
export function FocusPage() {
  const pathname = usePathname();
  const shown = useRef(pathname);
  useEffect(() => {
    if (shown.current === pathname) return;
    shown.current = pathname;
    if (!hasFocus()) focusContent();
  }, [pathname]);
  return null;
}
