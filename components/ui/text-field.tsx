import type { ComponentProps, ReactNode, Ref } from "react";
import { cn } from "./cn.ts";
import { Input } from "./input.tsx";
import { Label } from "./label.tsx";

type TextFieldProps = {
  id: string;
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What is wrong with the value, in a sentence. */
  error?: string;
  /** What the value means. */
  hint?: ReactNode;
  inputRef?: Ref<HTMLInputElement>;
  autoComplete?: string;
  type?: "text" | "date";
  inputMode?: ComponentProps<"input">["inputMode"];
  readOnly?: boolean;
  className?: string;
};

/** A text field with its name above, and below what it means or what is wrong with it. */
export function TextField({ id, label, value, onChange, error, hint, inputRef, ...props }: TextFieldProps) {
  const note = error ?? hint;
  return (
    <div className={cn("grid content-start gap-1.5", props.className)}>
      <Label htmlFor={id}>{label}</Label>
      <Input
        id={id}
        ref={inputRef}
        value={value}
        onChange={(event) => onChange(event.target.value)}
        autoComplete={props.autoComplete ?? "off"}
        type={props.type}
        inputMode={props.inputMode}
        readOnly={props.readOnly}
        aria-invalid={error ? true : undefined}
        aria-describedby={note ? `${id}-note` : undefined}
        className="scroll-mt-16 read-only:bg-muted read-only:text-muted-foreground"
      />
      {note && (
        <p id={`${id}-note`} className={cn("text-sm", error ? "text-failed" : "text-muted-foreground")}>
          {note}
        </p>
      )}
    </div>
  );
}
