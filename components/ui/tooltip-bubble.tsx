import { type ReactNode, type RefObject, useEffect, useEffectEvent, useLayoutEffect, useRef } from "react";

type TooltipBubbleProps = {
  id: string;
  anchor: RefObject<HTMLElement | null>;
  onClose: () => void;
  children: ReactNode;
};

const GAP = 6;
const EDGE = 8;

/** The words of a tooltip in the browser's top layer, above its anchor, or below where there is no room. */
export function TooltipBubble({ id, anchor, onClose, children }: TooltipBubbleProps) {
  const bubble = useRef<HTMLSpanElement>(null);
  useLayoutEffect(() => {
    if (!bubble.current || !anchor.current) return;
    bubble.current.showPopover();
    place(bubble.current, anchor.current.getBoundingClientRect());
  }, [anchor]);

  const close = useEffectEvent(onClose);
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => event.key === "Escape" && close();
    const onScroll = () => close();
    document.addEventListener("keydown", onKeyDown);
    window.addEventListener("scroll", onScroll, { capture: true, passive: true });
    return () => {
      document.removeEventListener("keydown", onKeyDown);
      window.removeEventListener("scroll", onScroll, { capture: true });
    };
  }, []);

  return (
    <span
      ref={bubble}
      id={id}
      role="tooltip"
      popover="manual"
      data-slot="tooltip"
      className="fixed inset-auto m-0 max-w-72 whitespace-normal rounded-md border bg-popover px-2.5 py-1.5 text-left font-normal text-foreground text-xs"
    >
      {children}
    </span>
  );
}

function place(bubble: HTMLElement, anchor: DOMRect): void {
  const { width, height } = bubble.getBoundingClientRect();
  const centred = anchor.left + anchor.width / 2 - width / 2;
  const rightmost = document.documentElement.clientWidth - width - EDGE;
  const above = anchor.top - height - GAP;
  bubble.style.left = `${Math.max(EDGE, Math.min(centred, rightmost))}px`;
  bubble.style.top = `${above < EDGE ? anchor.bottom + GAP : above}px`;
}
