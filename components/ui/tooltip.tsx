"use client";

import { cloneElement, type ReactElement, type ReactNode, useId, useRef, useState } from "react";
import { TooltipBubble } from "./tooltip-bubble.tsx";

type TooltipProps = { content: ReactNode; children: ReactElement<{ "aria-describedby"?: string }> };

const OPEN_AFTER_MS = 150;
const CLOSE_AFTER_MS = 100;

/** Words on hover, focus or tap of `children`, one element that can be focused. The pointer may rest on them. */
export function Tooltip({ content, children }: TooltipProps) {
  const id = useId();
  const anchor = useRef<HTMLSpanElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const [open, setOpen] = useState(false);
  const turn = (next: boolean, afterMs = 0) => {
    clearTimeout(timer.current);
    timer.current = setTimeout(() => setOpen(next), afterMs);
  };
  const hover = (event: React.PointerEvent) => {
    // A finger has no hover; its tap is a click.
    if (event.pointerType === "touch") return;
    turn(event.type === "pointerenter", event.type === "pointerenter" ? OPEN_AFTER_MS : CLOSE_AFTER_MS);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: only listens; what can be focused is the child.
    // biome-ignore lint/a11y/useKeyWithClickEvents: focus already shows it to those with a keyboard.
    <span
      ref={anchor}
      data-slot="tooltip-anchor"
      className="inline-flex"
      onPointerEnter={hover}
      onPointerLeave={hover}
      onFocus={() => turn(true)}
      onBlur={() => turn(false)}
      onClick={() => turn(true)}
    >
      {cloneElement(children, { "aria-describedby": open ? id : undefined })}
      {open && (
        <TooltipBubble id={id} anchor={anchor} onClose={() => turn(false)}>
          {content}
        </TooltipBubble>
      )}
    </span>
  );
}
