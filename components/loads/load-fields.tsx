import type { ReactNode } from "react";
import { Label } from "#components/ui/label.tsx";
import { Select } from "#components/ui/select.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { LoadFieldsInput } from "#server/loads/rules/load-fields.ts";

type Name = keyof Omit<LoadFieldsInput, "lines" | "customerId">;

type LoadFieldsProps = {
  entry: LoadFieldsInput;
  set: (change: Partial<LoadFieldsInput>) => void;
  errors: Record<string, string>;
  subsidiaries: { id: string; name: string }[];
  /** True for what an invoice says already: it is read, not written. */
  isFixed?: (name: keyof LoadFieldsInput) => boolean;
  /** What the PO field says below it. */
  poHint?: string;
  /** The field of the customer. */
  customer: ReactNode;
};

const LANE = [
  { name: "originCity", label: "From city" },
  { name: "originState", label: "State" },
  { name: "destinationCity", label: "To city" },
  { name: "destinationState", label: "State" },
] as const satisfies { name: Name; label: string }[];

const FIGURES = [
  { name: "pickupOn", label: "Pickup date", type: "date" },
  { name: "deliveredOn", label: "Delivery date", type: "date" },
  { name: "weightLb", label: "Weight, lb", type: "text" },
  { name: "miles", label: "Miles", type: "text" },
] as const satisfies { name: Name; label: string; type: "date" | "text" }[];

const never = () => false;

/** What people enter of a load, but its charges (R18). */
export function LoadFields({ entry, set, errors, isFixed = never, ...props }: LoadFieldsProps) {
  const field = (name: Name) => ({
    value: entry[name],
    onChange: (value: string) => set({ [name]: value }),
    error: errors[name],
    readOnly: isFixed(name),
  });
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 sm:grid-cols-2">
        <TextField id="load-number" label="Load number" {...field("loadNumber")} />
        <div className="grid content-start gap-1.5">
          <Label htmlFor="subsidiary">Subsidiary</Label>
          <Select
            id="subsidiary"
            value={entry.subsidiaryId}
            disabled={isFixed("subsidiaryId")}
            aria-invalid={errors.subsidiaryId ? true : undefined}
            aria-describedby={errors.subsidiaryId ? "subsidiary-note" : undefined}
            onChange={({ target }) => set({ subsidiaryId: target.value })}
          >
            {props.subsidiaries.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </Select>
          {errors.subsidiaryId && (
            <p id="subsidiary-note" className="text-failed text-sm">
              {errors.subsidiaryId}
            </p>
          )}
        </div>
        {props.customer}
        <TextField id="po-number" label="PO number" hint={props.poHint} {...field("poNumber")} />
      </div>
      <fieldset id="lane" className="scroll-mt-4">
        <legend className="sr-only">Lane</legend>
        <div className="grid grid-cols-[minmax(0,1fr)_72px] gap-4 sm:grid-cols-[minmax(0,1fr)_72px_minmax(0,1fr)_72px]">
          {LANE.map(({ name, label }) => (
            <TextField key={name} id={name} label={label} {...field(name)} />
          ))}
        </div>
      </fieldset>
      <div className="grid grid-cols-2 gap-4 sm:grid-cols-4">
        {FIGURES.map(({ name, label, type }) => (
          <TextField
            key={name}
            id={name}
            label={label}
            type={type}
            inputMode={type === "text" ? "numeric" : undefined}
            {...field(name)}
          />
        ))}
      </div>
    </div>
  );
}
