import { Select } from "#components/ui/select.tsx";
import {
  INVOICING_METHOD_LABELS,
  INVOICING_METHODS,
  type InvoicingMethod,
} from "#server/customers/rules/invoicing-method.ts";

type MethodSelectProps = {
  id: string;
  value: InvoicingMethod | null;
  onChange: (method: InvoicingMethod | null) => void;
};

/** The drop-down of invoicing methods; null is "Not set". */
export function MethodSelect({ id, value, onChange }: MethodSelectProps) {
  return (
    <Select
      id={id}
      className="w-44"
      value={value ?? ""}
      onChange={({ target }) => onChange(INVOICING_METHODS.find((known) => known === target.value) ?? null)}
    >
      <option value="">Not set</option>
      {INVOICING_METHODS.map((known) => (
        <option key={known} value={known}>
          {INVOICING_METHOD_LABELS[known]}
        </option>
      ))}
    </Select>
  );
}
