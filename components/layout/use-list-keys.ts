import { useEffect, useState } from "react";
import { useHotkeys } from "./use-hotkeys.ts";

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

  // A row far away enters the document only after the list has scrolled to it: look again at each drawing.
  useEffect(() => {
    if (!wantsFocus) return;
    const row = document.querySelector<HTMLElement>(`[data-slot="data-table-row"][data-index="${index}"]`);
    if (!row) return;
    row.focus({ preventScroll: true });
    setWantsFocus(false);
  });

  return { index, set: setIndex };
}
