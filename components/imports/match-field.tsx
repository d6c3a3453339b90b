import { Select } from "#components/ui/select.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ImportField } from "#server/imports/rules/import-field.ts";
import type { FieldSource } from "#server/imports/rules/import-mapping.ts";
import type { ColumnSamples } from "#server/imports/schemas.ts";

type MatchFieldProps = {
  field: ImportField;
  headers: readonly string[];
  source: FieldSource | undefined;
  /** Undefined until they are loaded. */
  samples: ColumnSamples | undefined;
  onChoose: (source: FieldSource | undefined) => void;
};

/** One field of Lading with the column that fills it, and what stands in that column. */
export function MatchField({ field, headers, source, samples, onChoose }: MatchFieldProps) {
  const { name, label, required, hint, choices } = field;
  const id = `match-${name}`;
  return (
    <li className="grid items-center gap-x-3 gap-y-1 border-t px-4 py-1.5 text-sm md:grid-cols-[13rem_16rem_1fr]">
      <label htmlFor={id} className="min-w-0">
        <span className="font-medium">{label}</span>
        {required && <span className="text-muted-foreground"> (required)</span>}
        {hint && <span className="block text-muted-foreground text-xs">{hint}</span>}
      </label>
      <Select
        id={id}
        className="w-full"
        value={toOption(source)}
        onChange={({ target }) => onChoose(fromOption(target.value))}
      >
        <option value="">{required ? "Choose a column" : "Not in the file"}</option>
        <optgroup label="Columns of your file">
          {headers.map((header) => (
            <option key={header} value={toOption({ header })}>
              {header}
            </option>
          ))}
        </optgroup>
        {choices && (
          <optgroup label="The same for every row">
            {choices.map((value) => (
              <option key={value} value={toOption({ value })}>
                {value}
              </option>
            ))}
          </optgroup>
        )}
      </Select>
      <Samples source={source} samples={samples} />
    </li>
  );
}

function Samples({ source, samples }: Pick<MatchFieldProps, "source" | "samples">) {
  if (!source) return <span className="max-md:hidden" />;
  if ("value" in source) return <span className="text-muted-foreground">Every row</span>;
  if (!samples) return <Skeleton className="w-40" />;
  const values = samples[source.header] ?? [];
  return (
    <span className="truncate text-muted-foreground tabular-nums" title={values.join(" · ")}>
      {values.length > 0 ? values.join(" · ") : "Empty in the first rows"}
    </span>
  );
}

const COLUMN = "column:";
const VALUE = "value:";

function toOption(source: FieldSource | undefined): string {
  if (!source) return "";
  return "header" in source ? COLUMN + source.header : VALUE + source.value;
}

function fromOption(option: string): FieldSource | undefined {
  if (option.startsWith(COLUMN)) return { header: option.slice(COLUMN.length) };
  return option.startsWith(VALUE) ? { value: option.slice(VALUE.length) } : undefined;
}
