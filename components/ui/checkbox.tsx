import type { ComponentProps } from "react";

type CheckboxProps = Omit<ComponentProps<"input">, "type"> & { indeterminate?: boolean };

/** A checkbox, native so that ten thousand of them cost nothing; how it looks is in globals.css. `indeterminate`: some, not all, are chosen. */
export function Checkbox({ className, indeterminate = false, ...props }: CheckboxProps) {
  return (
    <input
      type="checkbox"
      data-slot="checkbox"
      ref={(input) => {
        if (input) input.indeterminate = indeterminate;
      }}
      className={className}
      {...props}
    />
  );
}
