"use client";

import { useEffect, useRef, useState } from "react";
import { Checkbox } from "#components/ui/checkbox.tsx";
import { cn } from "#components/ui/cn.ts";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";

type NewPasswordFieldProps = {
  id: string;
  label: string;
  hint: string;
  /** What is wrong with the value, in a sentence. */
  error?: string;
  value: string;
  onChange: (value: string) => void;
};

/** A password to choose, typed once: it can be looked at instead of being typed again. */
export function NewPasswordField({ id, label, hint, error, value, onChange }: NewPasswordFieldProps) {
  const [shown, setShown] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (error) input.current?.focus();
  }, [error]);
  return (
    <div className="grid gap-1.5">
      <Label htmlFor={id}>{label}</Label>
      <Input
        ref={input}
        id={id}
        name={id}
        type={shown ? "text" : "password"}
        autoComplete="new-password"
        autoCapitalize="none"
        spellCheck={false}
        required
        maxLength={200}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={`${id}-note`}
        className="h-10"
      />
      <p
        id={`${id}-note`}
        aria-live="polite"
        className={cn("min-h-10 text-sm", error ? "text-failed" : "text-muted-foreground")}
      >
        {error ?? hint}
      </p>
      <span className="flex items-center gap-2">
        <Checkbox id={`${id}-shown`} checked={shown} onChange={(event) => setShown(event.target.checked)} />
        <Label htmlFor={`${id}-shown`} className="font-normal">
          Show password
        </Label>
      </span>
    </div>
  );
}
