import { useWindowVirtualizer } from "@tanstack/react-virtual";
import { type RefObject, useLayoutEffect, useState } from "react";
import { ROW_HEIGHT } from "./data-table-row.tsx";
import { useIsPhone } from "./use-is-phone.ts";

// What the server draws before it knows the screen. With the rows beyond it, enough for a page of a full HD screen.
const FIRST_SCREEN = { width: 1366, height: 420 };

/** Which of `count` rows are in sight of the page, and the px that stand for the others before and after. */
export function useRowWindow(count: number, body: RefObject<HTMLElement | null>) {
  const height = useIsPhone() ? ROW_HEIGHT.phone : ROW_HEIGHT.wide;
  const [scrollMargin, setScrollMargin] = useState(0);
  useLayoutEffect(() => {
    const measure = () => {
      if (body.current) setScrollMargin(body.current.getBoundingClientRect().top + window.scrollY);
    };
    measure();
    // What stands above the list grows and shrinks while it is open.
    const observer = new ResizeObserver(measure);
    observer.observe(document.body);
    return () => observer.disconnect();
  }, [body]);

  const virtualizer = useWindowVirtualizer({
    count,
    estimateSize: () => height,
    overscan: 10,
    scrollMargin,
    initialRect: FIRST_SCREEN,
    // The sticky head and the action bar hide this much.
    scrollPaddingStart: 40,
    scrollPaddingEnd: 64,
  });
  useLayoutEffect(() => {
    if (height) virtualizer.measure();
  }, [virtualizer, height]);

  const items = virtualizer.getVirtualItems();
  return {
    items,
    before: (items[0]?.start ?? scrollMargin) - scrollMargin,
    after: virtualizer.getTotalSize() - ((items.at(-1)?.end ?? scrollMargin) - scrollMargin),
    reveal: (index: number) => virtualizer.scrollToIndex(index),
  };
}
