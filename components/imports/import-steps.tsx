import { cn } from "#components/ui/cn.ts";

const STEPS = [
  { id: "file", label: "Choose file" },
  { id: "match", label: "Match columns" },
  { id: "check", label: "Check rows" },
  { id: "import", label: "Import" },
] as const;

export type ImportStep = (typeof STEPS)[number]["id"];

/** The steps of an import, with the one that the page is at. */
export function ImportSteps({ current }: { current: ImportStep }) {
  const at = STEPS.findIndex(({ id }) => id === current);
  return (
    <ol aria-label="Steps" className="flex flex-wrap gap-x-5 gap-y-1 text-sm">
      {STEPS.map(({ id, label }, index) => (
        <li
          key={id}
          aria-current={index === at ? "step" : undefined}
          className={cn(
            "flex items-center gap-1.5 tabular-nums",
            index === at ? "font-medium text-foreground" : "text-muted-foreground",
          )}
        >
          <span
            aria-hidden
            className={cn(
              "grid size-5 place-content-center rounded-full border text-xs",
              index === at && "border-primary bg-primary text-primary-foreground",
            )}
          >
            {index + 1}
          </span>
          {label}
          {index < at && <span className="sr-only">, done</span>}
        </li>
      ))}
    </ol>
  );
}
