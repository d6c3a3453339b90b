import { useEffect, useRef } from "react";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";

type Props = { value: string; onChange: (value: string) => void; error?: string };

/** The password one has now. */
export function PresentPassword({ value, onChange, error }: Props) {
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) input.current?.select();
  }, [error]);
  return (
    <div className="grid gap-1.5">
      <Label htmlFor="present-password">Present password</Label>
      <Input
        ref={input}
        id="present-password"
        type="password"
        autoComplete="current-password"
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "present-password-note" : undefined}
        className="h-10"
      />
      {error && (
        <p id="present-password-note" role="alert" className="text-failed text-sm">
          {error}
        </p>
      )}
    </div>
  );
}
