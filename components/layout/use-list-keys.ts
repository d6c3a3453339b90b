import { useCallback, useEffect, useRef, useState } from "react";
import { hasFocus } from "#components/ui/use-return-focus.ts";
import { useHotkeys } from "./use-hotkeys.ts";

const ROW = '[data-slot="data-table-row"]';

type ListKeys = {
  count: number;
  reveal: (index: number) => void;
  onChoose: (index: number, range: boolean) => void;
  onOpen: (index: number) => void;
};

/** j/k or arrows move the active row, x or the space bar chooses it (with shift a range), Enter opens it. The active row has the focus. */
export function useListKeys({ count, reveal, onChoose, onOpen }: ListKeys) {
  const [index, setIndex] = useState(-1);
  const [wantsFocus, setWantsFocus] = useState(false);
  const holdsFocus = useRef(false);

  const move = (by: number) => (event: KeyboardEvent) => {
    if (count === 0) return;
    event.preventDefault();
    const next = Math.min(Math.max(index + by, 0), count - 1);
    setIndex(next);
    setWantsFocus(true);
    reveal(next);
  };
  const onRow = (event: KeyboardEvent) =>
    event.target instanceof HTMLElement && event.target.dataset.slot === "data-table-row";

  useHotkeys({
    j: move(1),
    k: move(-1),
    arrowdown: (event) => onRow(event) && move(1)(event),
    arrowup: (event) => onRow(event) && move(-1)(event),
    x: (event) => {
      if (index < 0) return;
      event.preventDefault();
      onChoose(index, event.shiftKey);
    },
    " ": (event) => {
      if (!onRow(event)) return;
      event.preventDefault();
      onChoose(index, event.shiftKey);
    },
    enter: (event) => onRow(event) && onOpen(index),
  });

  // Look again at each drawing: a row far away enters the document only after the list has scrolled to it, and a row
  // that left the list (found no more, submitted by somebody) takes the focus with it unless its place gets it.
  useEffect(() => {
    const isLost = holdsFocus.current && !hasFocus();
    if (!wantsFocus && !isLost) return;
    const place = Math.min(index, count - 1);
    const row = document.querySelector<HTMLElement>(`${ROW}[data-index="${place}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    setWantsFocus(false);
  });

  return {
    index,
    enter: useCallback((entered: number) => {
      holdsFocus.current = true;
      setIndex(entered);
    }, []),
    leave: () => {
      holdsFocus.current = false;
    },
  };
}

/** Moves the focus to the first row of the page's list. False where it has no row. */
export function focusList(): boolean {
  const row = document.querySelector<HTMLElement>(ROW);
  row?.focus();
  return row !== null;
}
