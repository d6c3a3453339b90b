import { Select } from "#components/ui/select.tsx";
import {
  CHOSEN_KINDS,
  type ChosenKind,
  DOCUMENT_KIND_LABELS,
  isChosenKind,
} from "#server/documents/rules/document-kind.ts";

type KindSelectProps = {
  value: ChosenKind;
  /** Which document it speaks of, for those who don't see the row. */
  label: string;
  disabled?: boolean;
  onChange: (kind: ChosenKind) => void;
};

/** What a document is. */
export function KindSelect({ value, label, disabled, onChange }: KindSelectProps) {
  return (
    <Select
      aria-label={label}
      value={value}
      disabled={disabled}
      className="w-52 max-sm:w-40"
      onChange={({ target }) => {
        if (isChosenKind(target.value)) onChange(target.value);
      }}
    >
      {CHOSEN_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {DOCUMENT_KIND_LABELS[kind]}
        </option>
      ))}
    </Select>
  );
}
