"use client";

import { type FormEvent, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { NumberWanted } from "#server/invoicing/schemas.ts";

type FirstNumberDialogProps = {
  wanted: NumberWanted;
  /** Why the number that was sent is no number. */
  error: string | undefined;
  isPending: boolean;
  onConfirm: (firstNumber: string) => void;
  onClose: () => void;
};

/** Asks once where a subsidiary's invoice numbers begin. */
export function FirstNumberDialog({ wanted, error, isPending, onConfirm, onClose }: FirstNumberDialogProps) {
  const [number, setNumber] = useState(wanted.suggestion);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) onConfirm(number);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <form onSubmit={submit} noValidate className="grid gap-4">
          <DialogTitle>The first invoice of {wanted.subsidiaryName}</DialogTitle>
          <DialogDescription>
            Lading counts on from this number. Take the one after your last invoice: a number that OTR has
            seen before would be taken for that invoice.
          </DialogDescription>
          <TextField
            id="first-invoice-number"
            label="Invoice number"
            value={number}
            onChange={setNumber}
            error={error ?? wanted.problem ?? undefined}
          />
          <DialogFooter>
            <DialogClose asChild>
              <Button className="max-sm:h-10">Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" className="max-sm:h-10" aria-disabled={isPending}>
              Invoice Load
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
