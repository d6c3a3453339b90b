"use client";

import { type FormEvent, useRef, useState } from "react";
import { useCompanyTimeZone } from "#components/layout/company-time.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTitle } from "#components/ui/dialog.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { SubsidiarySettings } from "#server/company-profile/schemas.ts";
import { TimeZoneField } from "./time-zone-field.tsx";
import { useSaveSubsidiary } from "./use-save-subsidiary.ts";

const FIELDS = [
  { name: "name", id: "name", label: "Name", wide: true },
  {
    name: "usdotNumber",
    id: "usdot",
    label: "USDOT number",
    hint: "Without it no batch can be submitted.",
  },
  { name: "mcNumber", id: "mc", label: "MC number" },
  { name: "street", id: "street", label: "Street", wide: true },
  { name: "city", id: "city", label: "City" },
  { name: "state", id: "state", label: "State", hint: "Two letters, like IL." },
  { name: "zip", id: "zip", label: "ZIP code" },
] as const satisfies { name: string; id: string; label: string; hint?: string; wide?: boolean }[];

type Props = { subsidiary: SubsidiarySettings | null; onClose: () => void };

/** What is set for a subsidiary, or for a new one (null). A link to `#usdot` lands in that field. */
export function SubsidiaryDialog({ subsidiary, onClose }: Props) {
  const companyTimeZone = useCompanyTimeZone();
  const [fields, setFields] = useState({
    name: subsidiary?.name ?? "",
    street: subsidiary?.street ?? "",
    city: subsidiary?.city ?? "",
    state: subsidiary?.state ?? "",
    zip: subsidiary?.zip ?? "",
    usdotNumber: subsidiary?.usdotNumber ?? "",
    mcNumber: subsidiary?.mcNumber ?? "",
    timeZone: subsidiary?.timeZone ?? companyTimeZone,
  });
  const { save, isPending, errors, refusal } = useSaveSubsidiary(subsidiary?.id, onClose);
  const usdot = useRef<HTMLInputElement>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) save(fields);
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        aria-describedby={undefined}
        onOpenAutoFocus={(event) => {
          if (!subsidiary || window.location.hash !== "#usdot") return;
          event.preventDefault();
          usdot.current?.focus();
        }}
      >
        <DialogTitle>{subsidiary?.name ?? "Add subsidiary"}</DialogTitle>
        <form onSubmit={submit} noValidate aria-busy={isPending} className="grid grid-cols-2 gap-3">
          {FIELDS.map((field) => (
            <TextField
              key={field.name}
              id={field.id}
              label={field.label}
              value={fields[field.name]}
              onChange={(value) => setFields((before) => ({ ...before, [field.name]: value }))}
              error={errors[field.name]}
              hint={"hint" in field ? field.hint : undefined}
              inputRef={field.name === "usdotNumber" ? usdot : undefined}
              className={"wide" in field ? "col-span-2" : undefined}
            />
          ))}
          <TimeZoneField
            id="time-zone"
            value={fields.timeZone}
            onChange={(timeZone) => setFields((before) => ({ ...before, timeZone }))}
            error={errors.timeZone}
          />
          <div className="col-span-2 grid gap-3">
            {refusal && <Alert meaning="failed">{refusal}</Alert>}
            <DialogFooter>
              <DialogClose asChild>
                <Button className="max-sm:h-10">Cancel</Button>
              </DialogClose>
              <Button type="submit" variant="primary" className="max-sm:h-10" aria-disabled={isPending}>
                {isPending ? "Saving…" : "Save"}
              </Button>
            </DialogFooter>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
