import { type DragEvent, useState } from "react";

/**
 * Makes an element take what is dropped on it. `isOver`: something is held above it now. A control inside must do the
 * same without a mouse.
 */
export function useDropTarget(onDropped: (dropped: DataTransfer) => void) {
  const [isOver, setIsOver] = useState(false);
  const handlers = {
    onDragOver: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(true);
    },
    onDragLeave: () => setIsOver(false),
    onDrop: (event: DragEvent) => {
      event.preventDefault();
      setIsOver(false);
      onDropped(event.dataTransfer);
    },
  };
  return { isOver, handlers };
}
