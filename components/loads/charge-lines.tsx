import { Plus, X } from "lucide-react";
import { useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { Select } from "#components/ui/select.tsx";
import { formatCents, parseDollars, sumCents } from "#server/kernel/money.ts";
import { LOAD_LINE_KINDS, LOAD_LINE_LABELS } from "#server/loads/rules/load-line-kind.ts";
import type { ChargeEntry } from "./load-entry.ts";

type ChargeLinesProps = {
  lines: ChargeEntry[];
  onChange: (lines: ChargeEntry[]) => void;
  errors: Record<string, string>;
};

const ROW = "grid grid-cols-[minmax(0,1fr)_112px_32px] gap-2 sm:grid-cols-[200px_minmax(0,1fr)_128px_32px]";

/** Line haul and accessorials to be entered, with their running total. */
export function ChargeLines({ lines, onChange, errors }: ChargeLinesProps) {
  const add = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const [added, setAdded] = useState(0);
  // Whoever adds a charge goes on in it.
  useEffect(() => {
    if (added > 0) list.current?.querySelector<HTMLElement>("fieldset:last-of-type select")?.focus();
  }, [added]);
  const change = (index: number, part: Partial<ChargeEntry>) =>
    onChange(lines.map((line, at) => (at === index ? { ...line, ...part } : line)));
  const remove = (index: number) => {
    onChange(lines.filter((_, at) => at !== index));
    add.current?.focus();
  };
  const total = sumCents(lines.map(({ amount }) => parseDollars(amount) ?? 0));
  return (
    <div ref={list} className="grid gap-2">
      {lines.map((line, index) => (
        <ChargeLine
          // biome-ignore lint/suspicious/noArrayIndexKey: a charge is known by its place alone.
          key={index}
          line={line}
          place={index + 1}
          errors={{
            amount: errors[`lines.${index}.amount`],
            description: errors[`lines.${index}.description`],
          }}
          onChange={(part) => change(index, part)}
          onRemove={lines.length > 1 ? () => remove(index) : undefined}
        />
      ))}
      <div className={cn(ROW, "items-center border-t pt-2 text-sm")}>
        <Button
          ref={add}
          variant="ghost"
          className="justify-self-start"
          onClick={() => {
            onChange([...lines, { kind: "fuel_surcharge", description: "", amount: "" }]);
            setAdded(added + 1);
          }}
        >
          <Plus aria-hidden /> Add a charge
        </Button>
        <p className="text-right font-semibold tabular-nums sm:col-start-3">
          <span className="sr-only">Total </span>
          {formatCents(total)}
        </p>
      </div>
      {errors.lines && <p className="text-failed text-sm">{errors.lines}</p>}
    </div>
  );
}

type ChargeLineProps = {
  line: ChargeEntry;
  place: number;
  errors: { amount?: string; description?: string };
  onChange: (part: Partial<ChargeEntry>) => void;
  /** Undefined for the last one: a load has at least one charge. */
  onRemove?: () => void;
};

function ChargeLine({ line, place, errors, onChange, onRemove }: ChargeLineProps) {
  const error = errors.amount ?? errors.description;
  const noteId = `charge-${place}-note`;
  return (
    <fieldset className={ROW}>
      <legend className="sr-only">Charge {place}</legend>
      <Select
        aria-label="Kind"
        value={line.kind}
        onChange={({ target }) => {
          const kind = LOAD_LINE_KINDS.find((known) => known === target.value);
          if (kind) onChange({ kind });
        }}
      >
        {LOAD_LINE_KINDS.map((kind) => (
          <option key={kind} value={kind}>
            {LOAD_LINE_LABELS[kind]}
          </option>
        ))}
      </Select>
      <Input
        aria-label="Description"
        placeholder="Description, if any"
        value={line.description}
        onChange={({ target }) => onChange({ description: target.value })}
        className="max-sm:order-last max-sm:col-span-3"
      />
      <Input
        aria-label="Amount in dollars"
        placeholder="0.00"
        inputMode="decimal"
        autoComplete="off"
        value={line.amount}
        onChange={({ target }) => onChange({ amount: target.value })}
        aria-invalid={errors.amount ? true : undefined}
        aria-describedby={error ? noteId : undefined}
        className="text-right tabular-nums"
      />
      {onRemove && (
        <Button variant="ghost" size="icon" aria-label={`Remove charge ${place}`} onClick={onRemove}>
          <X aria-hidden />
        </Button>
      )}
      {error && (
        <p id={noteId} className="col-span-full order-last text-failed text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
