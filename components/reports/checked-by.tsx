import type { Checked } from "#server/reports/schemas.ts";
import { When } from "./when.tsx";

/** When OTR was asked and from whom we know: "Tue, Nov 24, 02:10, nightly". */
export function CheckedBy({ checked }: { checked: Checked | null }) {
  if (!checked) return <span className="text-muted-foreground">Not yet</span>;
  return (
    <span title={`Checked by ${checkedByWords(checked)}`}>
      <When at={checked.at} />, {checked.trigger === "nightly" ? "nightly" : checked.byName}
    </span>
  );
}

/** "the nightly sync" or the person's name. */
export function checkedByWords({ trigger, byName }: Pick<Checked, "trigger" | "byName">): string {
  if (trigger === "nightly") return "the nightly sync";
  return byName ?? "a former user";
}
