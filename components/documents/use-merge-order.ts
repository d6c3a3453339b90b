import { useEffect, useRef, useState } from "react";
import { DOCUMENT_KIND_LABELS } from "#server/documents/rules/document-kind.ts";
import { mergeOrder } from "#server/documents/rules/merge-order.ts";
import type { Paper } from "#server/documents/schemas.ts";
import type { DocumentId } from "#server/kernel/ids.ts";

type Direction = "up" | "down";

/** Which documents are merged, in which order: the usual one, until a person changes it. */
export function useMergeOrder(papers: readonly Paper[]) {
  const [order, setOrder] = useState(() => mergeOrder(papers).map(({ id }) => id));
  const [leftOut, setLeftOut] = useState<ReadonlySet<DocumentId>>(new Set());
  const [spoken, setSpoken] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const [moved, setMoved] = useState<{ id: DocumentId; direction: Direction }>();
  // A row that moves in the page loses the focus; the button that moved it gets it back.
  useEffect(() => {
    if (!moved) return;
    const row = list.current?.querySelector(`[data-id="${moved.id}"]`);
    const wanted = row?.querySelector<HTMLButtonElement>(
      `[data-move="${moved.direction}"]:not([aria-disabled])`,
    );
    (wanted ?? row?.querySelector<HTMLButtonElement>("[data-move]:not([aria-disabled])"))?.focus();
  }, [moved]);

  const byId = new Map(papers.map((paper) => [paper.id, paper]));
  // A document that others add or remove meanwhile joins or leaves the list.
  const known = order.filter((id) => byId.has(id));
  const late = mergeOrder(papers).flatMap(({ id }) => (order.includes(id) ? [] : id));
  const rows = [...known, ...late].flatMap((id) => byId.get(id) ?? []);
  const place = (id: DocumentId, to: number) => {
    const ids = rows.map((row) => row.id).filter((other) => other !== id);
    setOrder(ids.toSpliced(to, 0, id));
  };
  return {
    list,
    rows,
    spoken,
    place,
    isIn: ({ id }: Paper) => !leftOut.has(id),
    toggle: ({ id }: Paper) =>
      setLeftOut(
        (before) => new Set(before.has(id) ? [...before].filter((other) => other !== id) : [...before, id]),
      ),
    move: ({ id, kind }: Paper, direction: Direction) => {
      const from = rows.findIndex((row) => row.id === id);
      const to = direction === "up" ? from - 1 : from + 1;
      place(id, to);
      setMoved({ id, direction });
      setSpoken(`${DOCUMENT_KIND_LABELS[kind]} is now ${to + 1} of ${rows.length}.`);
    },
  };
}
