import { cn } from "#components/ui/cn.ts";

/** The name with its mark: a stack of freight, the top piece lifted. */
export function Brand({ className }: { className?: string }) {
  return (
    <span className={cn("inline-flex items-center gap-2 font-semibold text-lg tracking-tight", className)}>
      <svg aria-hidden="true" viewBox="0 0 16 16" className="size-5 text-primary" fill="currentColor">
        <path d="M1 11.5h14V14H1zM1 7.5h14V10H1zM4.2 2 15 3.6V6L4.2 4.4z" />
      </svg>
      Lading
    </span>
  );
}
