"use client";

import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { formatCents } from "#server/kernel/money.ts";
import type { HandMove } from "#server/loads/rules/load-transitions.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

type Asked = Exclude<HandMove, "delivered">;

const WORDS: Partial<Record<Asked, { title: string; about: (load: LoadDetails) => string; yes: string }>> = {
  tonu: {
    title: "Truck ordered, not used?",
    about: ({ totalCents }) =>
      `The load ends here and is released without a Proof of Delivery (POD). Its charges stay as they are, ${formatCents(totalCents)} in all: make them what the customer owes for the truck.`,
    yes: "Mark TONU",
  },
  cancelled: {
    title: "Cancel this load?",
    about: () => "Nothing is invoiced for a cancelled load. Its documents and history stay.",
    yes: "Cancel load",
  },
  completed: {
    title: "Complete this load?",
    about: () => "The load is closed. This can't be taken back.",
    yes: "Complete",
  },
};

type MoveDialogProps = { load: LoadDetails; to: Asked; onClose: () => void; onConfirm: () => void };

/** Asks before a load leaves the road, or is closed. */
export function MoveDialog({ load, to, onClose, onConfirm }: MoveDialogProps) {
  const words = WORDS[to];
  if (!words) return null;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <DialogTitle>
          Load {load.number}: {words.title}
        </DialogTitle>
        <DialogDescription>{words.about(load)}</DialogDescription>
        <DialogFooter>
          <DialogClose asChild>
            <Button className="max-sm:h-10">Keep it {to === "completed" ? "Financed" : "as it is"}</Button>
          </DialogClose>
          <Button variant="primary" className="max-sm:h-10" onClick={onConfirm}>
            {words.yes}
          </Button>
        </DialogFooter>
      </DialogContent>
    </Dialog>
  );
}
