import { Moon } from "lucide-react";
import type { Checked } from "#server/reports/schemas.ts";
import { When } from "./when.tsx";

/** When OTR was asked and from whom we know: a time with a moon for the nightly sync, else the person's first name. */
export function CheckedBy({ checked }: { checked: Checked | null }) {
  if (!checked) return <span className="text-muted-foreground">Not yet</span>;
  return (
    <span title={`Checked by ${checkedByWords(checked)}`}>
      <When at={checked.at} />{" "}
      {checked.trigger === "nightly" ? <Nightly /> : <span>{firstName(checked)}</span>}
    </span>
  );
}

function Nightly() {
  return (
    <>
      <Moon aria-hidden className="inline size-3.5 align-text-bottom text-muted-foreground" />
      <span className="sr-only">by the nightly sync</span>
    </>
  );
}

function firstName(checked: Checked): string {
  return checked.byName?.split(" ")[0] ?? "former user";
}

/** "the nightly sync" or the person's name. */
export function checkedByWords({ trigger, byName }: Pick<Checked, "trigger" | "byName">): string {
  if (trigger === "nightly") return "the nightly sync";
  return byName ?? "a former user";
}
