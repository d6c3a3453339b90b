"use client";

import { type FormEvent, useState } from "react";
import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
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
import { localDate } from "#server/kernel/local-time.ts";
import { deliveryRefusal } from "#server/loads/rules/delivery.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

type DeliveredDialogProps = { load: LoadDetails; onClose: () => void; onConfirm: (day: string) => void };

/** Asks on which day the load was delivered: the planned one unless that is still to come. */
export function DeliveredDialog({ load, onClose, onConfirm }: DeliveredDialogProps) {
  const today = localDate(new Date(), useCompanyTimeZone());
  const planned = load.deliveredOn;
  const [day, setDay] = useState(planned && planned <= today ? planned : today);
  const [error, setError] = useState<string>();
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    const refusal = deliveryRefusal({ deliveredOn: day, pickupOn: load.pickupOn, today });
    if (refusal) setError(refusal);
    else onConfirm(day);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent>
        <form onSubmit={onSubmit} noValidate className="grid gap-4">
          <DialogTitle>Load {load.number} was delivered</DialogTitle>
          <DialogDescription>The day stands on the invoice and in the list of loads.</DialogDescription>
          <TextField
            id="delivered-on"
            label="Delivery date"
            type="date"
            value={day}
            onChange={(value) => {
              setDay(value);
              setError(undefined);
            }}
            error={error}
          />
          <DialogFooter>
            <DialogClose asChild>
              <Button className="max-sm:h-10">Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" className="max-sm:h-10">
              Mark delivered
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}
