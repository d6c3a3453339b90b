import { useId, useState } from "react";
import { When } from "#components/reports/when.tsx";
import { Button } from "#components/ui/button.tsx";
import { IMPORTANT_INFO } from "#server/company-profile/rules/important-info-kind.ts";
import type { CurrentInfo } from "#server/company-profile/schemas.ts";
import { InfoVersions } from "./info-versions.tsx";

type InfoTextProps = { text: CurrentInfo; subsidiaryName: string; onEdit: () => void };

/** A current text: its words, version, who saved it and when; the earlier versions open below it. */
export function InfoText({ text, subsidiaryName, onEdit }: InfoTextProps) {
  const [open, setOpen] = useState(false);
  const versionsId = useId();
  const { label } = IMPORTANT_INFO[text.kind];
  const earlier = text.version - 1;
  return (
    <article aria-label={label} className="grid gap-1 border-t px-4 py-2 text-sm">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <h4 className="font-medium">{label}</h4>
        <p className="text-muted-foreground tabular-nums max-sm:order-1 max-sm:basis-full sm:flex-1">
          Version {text.version} · <When at={text.savedAt} />
          {text.savedByName && ` by ${text.savedByName}`}
        </p>
        {earlier > 0 && (
          <Button
            variant="link"
            size="inline"
            aria-expanded={open}
            aria-controls={open ? versionsId : undefined}
            onClick={() => setOpen(!open)}
          >
            {earlier === 1 ? "1 earlier version" : `${earlier} earlier versions`}
            <span className="sr-only">
              {" "}
              of {label}, {subsidiaryName}
            </span>
          </Button>
        )}
        <Button
          size="sm"
          className="max-sm:h-10"
          aria-label={`Edit ${label}, ${subsidiaryName}`}
          onClick={onEdit}
        >
          Edit
        </Button>
      </header>
      {text.body ? (
        <p
          // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it.
          tabIndex={0}
          className="max-h-40 overflow-y-auto whitespace-pre-line break-words text-muted-foreground"
        >
          {text.body}
        </p>
      ) : (
        <p className="text-muted-foreground italic">Taken away: invoices go out without this text.</p>
      )}
      {open && <InfoVersions id={versionsId} text={text} />}
    </article>
  );
}
