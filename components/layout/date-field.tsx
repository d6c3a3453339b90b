import { useId } from "react";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";

type DateFieldProps = { label: string; value: string | null; onChange: (date: string | null) => void };

/** A calendar day of a filter, "2026-11-23"; null when it is empty. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  const id = useId();
  return (
    <div className="flex min-w-0 flex-1 items-center gap-1.5">
      <Label htmlFor={id} className="text-muted-foreground">
        {label}
      </Label>
      <Input
        id={id}
        type="date"
        value={value ?? ""}
        onChange={(event) => onChange(event.target.value || null)}
        className="tabular-nums sm:w-36"
      />
    </div>
  );
}
