import { cva, type VariantProps } from "class-variance-authority";
import { Slot } from "radix-ui";
import type { ComponentProps, MouseEvent } from "react";
import { cn } from "./cn.ts";

export const buttonVariants = cva(
  "inline-flex shrink-0 select-none items-center justify-center gap-1.5 whitespace-nowrap rounded-md font-medium transition-colors duration-100 aria-disabled:pointer-events-none aria-disabled:opacity-50 [&_svg]:size-4 [&_svg]:shrink-0",
  {
    variants: {
      variant: {
        primary: "bg-primary text-primary-foreground hover:bg-primary-hover",
        outline: "border border-border bg-card text-foreground hover:bg-accent",
        ghost: "text-foreground hover:bg-accent",
        link: "text-link underline-offset-4 hover:underline",
      },
      size: {
        sm: "h-7 px-2.5 text-sm",
        md: "h-8 px-3 text-sm",
        lg: "h-10 px-4 text-base",
        icon: "size-8",
        inline: "h-auto p-0 text-sm",
      },
    },
    defaultVariants: { variant: "outline", size: "md" },
  },
);

type ButtonProps = ComponentProps<"button"> & VariantProps<typeof buttonVariants> & { asChild?: boolean };

/**
 * A button; with `asChild` its look on a link. `outline` unless it is the one primary action of the page. Disabled, it
 * does nothing but keeps the focus, so that nobody at a keyboard loses their place when it is pressed.
 */
export function Button({
  className,
  variant,
  size,
  asChild = false,
  type,
  disabled = false,
  onClick,
  ...props
}: ButtonProps) {
  const Element = asChild ? Slot.Root : "button";
  return (
    <Element
      data-slot="button"
      type={asChild ? undefined : (type ?? "button")}
      aria-disabled={disabled || undefined}
      onClick={disabled ? ignore : onClick}
      className={cn(buttonVariants({ variant, size }), className)}
      {...props}
    />
  );
}

function ignore(event: MouseEvent): void {
  event.preventDefault();
}
