"use client";

import { useMutation, useQueryClient } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { Dialog, DialogClose, DialogContent, DialogFooter, DialogTitle } from "#components/ui/dialog.tsx";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";
import { Select } from "#components/ui/select.tsx";
import type { SubsidiarySettings } from "#server/company-profile/schemas.ts";

const FIELDS = [
  { name: "name", label: "Name", wide: true },
  { name: "usdot", label: "USDOT number", hint: "Without it no batch can be submitted." },
  { name: "mc", label: "MC number" },
  { name: "street", label: "Street", wide: true },
  { name: "city", label: "City" },
  { name: "state", label: "State" },
  { name: "zip", label: "ZIP" },
] as const satisfies { name: string; label: string; hint?: string; wide?: boolean }[];

const TIME_ZONES = {
  "America/New_York": "Eastern",
  "America/Chicago": "Central",
  "America/Denver": "Mountain",
  "America/Phoenix": "Arizona",
  "America/Los_Angeles": "Pacific",
  "America/Anchorage": "Alaska",
  "Pacific/Honolulu": "Hawaii",
} as const;

type Props = { subsidiary: SubsidiarySettings; onClose: () => void };

/** What is set for a subsidiary; a refused value is said in a sentence and nothing is saved. */
export function SubsidiaryDialog({ subsidiary, onClose }: Props) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const save = useMutation(
    trpc.subsidiaries.update.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.subsidiaries.pathFilter());
        onClose();
      },
    }),
  );
  const values = { ...subsidiary, usdot: subsidiary.usdotNumber ?? "", mc: subsidiary.mcNumber ?? "" };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const text = (name: string) => String(form.get(name) ?? "");
    save.mutate({
      subsidiaryId: subsidiary.id,
      name: text("name"),
      street: text("street"),
      city: text("city"),
      state: text("state"),
      zip: text("zip"),
      usdotNumber: text("usdot"),
      mcNumber: text("mc"),
      timeZone: text("time-zone"),
    });
  };
  const zones: Record<string, string> = { [subsidiary.timeZone]: subsidiary.timeZone, ...TIME_ZONES };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent aria-describedby={undefined}>
        <DialogTitle>{subsidiary.name}</DialogTitle>
        <form onSubmit={submit} className="grid grid-cols-2 gap-3">
          {FIELDS.map((field) => (
            <div
              key={field.name}
              className={"wide" in field ? "col-span-2 grid gap-1" : "grid content-start gap-1"}
            >
              <Label htmlFor={field.name}>{field.label}</Label>
              <Input id={field.name} name={field.name} defaultValue={values[field.name]} />
              {"hint" in field && <p className="text-muted-foreground text-xs">{field.hint}</p>}
            </div>
          ))}
          <div className="grid content-start gap-1">
            <Label htmlFor="time-zone">Time zone</Label>
            <Select id="time-zone" name="time-zone" defaultValue={subsidiary.timeZone}>
              {Object.entries(zones).map(([zone, label]) => (
                <option key={zone} value={zone}>
                  {label}
                </option>
              ))}
            </Select>
          </div>
          <div className="col-span-2 grid gap-3">
            {save.error && <Alert meaning="failed">{save.error.message}</Alert>}
            <DialogFooter>
              <DialogClose asChild>
                <Button className="max-sm:h-10">Cancel</Button>
              </DialogClose>
              <Button type="submit" variant="primary" className="max-sm:h-10" disabled={save.isPending}>
                Save
              </Button>
            </DialogFooter>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
