import { When } from "#components/reports/when.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CurrentInfo, SaveInfoResult } from "#server/company-profile/schemas.ts";

type Change = Extract<SaveInfoResult, { kind: "changed_since" }>["changes"][number];

type ChangedSinceProps = { changes: Change[]; onTake: (theirs: CurrentInfo) => void };

/** What others saved since the text was opened. Nothing was overwritten: the person takes theirs or saves over it. */
export function ChangedSince({ changes, onTake }: ChangedSinceProps) {
  return (
    <section
      role="alert"
      aria-label="The text has changed"
      className="grid gap-2 rounded-md border border-attention-line bg-attention-soft px-3 py-2 text-sm"
    >
      <p className="font-medium">
        The text has changed since you opened it. Yours was not saved, and nothing was overwritten.
      </p>
      {changes.map((change) => (
        <div key={change.subsidiaryId} className="grid justify-items-start gap-1">
          <p className="tabular-nums">
            {change.subsidiaryName}: version {change.version} · <When at={change.savedAt} />
            {change.savedByName && ` by ${change.savedByName}`}
          </p>
          <blockquote
            // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls, and the keyboard must be able to scroll it.
            tabIndex={0}
            className="max-h-32 overflow-y-auto whitespace-pre-line border-l-2 pl-2"
          >
            {change.body || "The text was taken away."}
          </blockquote>
          <Button size="sm" className="max-sm:h-10" onClick={() => onTake(change)}>
            Go on with this text
          </Button>
        </div>
      ))}
    </section>
  );
}
