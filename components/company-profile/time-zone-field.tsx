import { cn } from "#components/ui/cn.ts";
import { Label } from "#components/ui/label.tsx";
import { Select } from "#components/ui/select.tsx";
import { timeZoneChoices } from "#server/company-profile/rules/time-zones.ts";

type TimeZoneFieldProps = {
  id: string;
  value: string;
  onChange: (timeZone: string) => void;
  error?: string;
  hint?: string;
};

/** A time zone by the name people use for it. */
export function TimeZoneField({ id, value, onChange, error, hint }: TimeZoneFieldProps) {
  const note = error ?? hint;
  return (
    <div className="grid content-start gap-1.5">
      <Label htmlFor={id}>Time zone</Label>
      <Select
        id={id}
        value={value}
        onChange={({ target }) => onChange(target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
      >
        {timeZoneChoices(value).map(([zone, name]) => (
          <option key={zone} value={zone}>
            {name}
          </option>
        ))}
      </Select>
      {note && (
        <p id={`${id}-note`} className={cn("text-sm", error ? "text-failed" : "text-muted-foreground")}>
          {note}
        </p>
      )}
    </div>
  );
}
