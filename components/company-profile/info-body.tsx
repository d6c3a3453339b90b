import { cn } from "#components/ui/cn.ts";
import { Label } from "#components/ui/label.tsx";
import { Textarea } from "#components/ui/textarea.tsx";
import { cleanText } from "#server/company-profile/rules/clean-text.ts";
import { IMPORTANT_INFO, type ImportantInfoKind } from "#server/company-profile/rules/important-info-kind.ts";
import { formatCount } from "#server/kernel/count.ts";

type InfoBodyProps = {
  kind: ImportantInfoKind;
  body: string;
  onChange: (body: string) => void;
  error: string | undefined;
};

/** The text box, with how much of its room the text takes once it is cleaned for print. */
export function InfoBody({ kind, body, onChange, error }: InfoBodyProps) {
  const { label, maxCharacters, mayBeEmpty } = IMPORTANT_INFO[kind];
  const count = cleanText(body).length;
  const room = `${formatCount(count)} of ${formatCount(maxCharacters)} characters`;
  return (
    <div className="grid gap-1.5">
      <Label htmlFor="info-body">{label} text</Label>
      <Textarea
        id="info-body"
        rows={8}
        value={body}
        onChange={({ target }) => onChange(target.value)}
        aria-invalid={error ? true : undefined}
        aria-describedby={error ? "info-body-error info-body-room" : "info-body-room"}
      />
      {error && (
        <p id="info-body-error" role="alert" className="text-failed text-sm">
          {error}
        </p>
      )}
      <p
        id="info-body-room"
        className={cn(
          "text-sm tabular-nums",
          count > maxCharacters ? "text-failed" : "text-muted-foreground",
        )}
      >
        {room}
        {mayBeEmpty && ". Saved empty, the text is taken away."}
      </p>
    </div>
  );
}
