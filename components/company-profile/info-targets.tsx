import { Button } from "#components/ui/button.tsx";
import { Checkbox } from "#components/ui/checkbox.tsx";
import type { GeneralInfo } from "#server/company-profile/schemas.ts";
import type { useInfoDraft } from "./use-info-draft.ts";

type InfoTargetsProps = {
  subsidiaries: GeneralInfo["subsidiaries"];
  draft: Pick<ReturnType<typeof useInfoDraft>, "chosen" | "choose" | "chooseAll" | "seenText" | "kind">;
  error?: string;
};

/** The subsidiaries that a text is saved for, each with the version it would replace. */
export function InfoTargets({ subsidiaries, draft, error }: InfoTargetsProps) {
  const { chosen, choose, chooseAll, seenText } = draft;
  const isAll = chosen.length === subsidiaries.length;
  return (
    <fieldset aria-describedby={error ? "info-targets-error" : undefined}>
      <legend className="pb-1.5 font-medium text-sm">Subsidiaries</legend>
      <ul className="max-h-40 divide-y overflow-y-auto rounded-md border">
        {subsidiaries.map(({ id, name }) => {
          const text = seenText(id);
          return (
            <li key={id}>
              <label
                htmlFor={`info-for-${id}`}
                className="flex min-h-9 items-center gap-2 px-2.5 py-1 text-sm max-sm:min-h-11"
              >
                <Checkbox
                  id={`info-for-${id}`}
                  checked={chosen.includes(id)}
                  onChange={({ target }) => choose(id, target.checked)}
                />
                <span className="min-w-0 flex-1 truncate">{name}</span>
                <span className="text-muted-foreground tabular-nums">
                  {text?.body ? `Version ${text.version}` : "No text"}
                </span>
              </label>
            </li>
          );
        })}
      </ul>
      {subsidiaries.length > 1 && (
        <Button
          variant="link"
          size="inline"
          className="mt-1.5"
          onClick={() => chooseAll(isAll ? [] : subsidiaries.map(({ id }) => id))}
        >
          {isAll ? "Choose none" : `Choose all ${subsidiaries.length}`}
        </Button>
      )}
      {error && (
        <p id="info-targets-error" role="alert" className="text-failed text-sm">
          {error}
        </p>
      )}
    </fieldset>
  );
}
