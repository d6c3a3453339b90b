import { Plus } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { Section } from "#components/layout/section.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  IMPORTANT_INFO_KINDS,
  type ImportantInfoKind,
} from "#server/company-profile/rules/important-info-kind.ts";
import type { GeneralInfo } from "#server/company-profile/schemas.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import { InfoText } from "./info-text.tsx";
import { MissingNotice } from "./missing-notice.tsx";

const ManageInfoDialog = dynamic(() => import("./manage-info-dialog.tsx").then((m) => m.ManageInfoDialog), {
  ssr: false,
});

/** What the dialog starts with: a kind, and the subsidiaries it is for. */
type Opened = { kind: ImportantInfoKind; subsidiaryIds: SubsidiaryId[] };

/** The texts that print on invoices, by subsidiary; a missing Notice of Assignment stands first (R4, R5). */
export function ImportantInformation({ info }: { info: GeneralInfo }) {
  const { subsidiaries, texts } = info;
  const [opened, setOpened] = useState<Opened>();
  const [saved, setSaved] = useState("");
  const open = (kind: ImportantInfoKind, subsidiaryIds: SubsidiaryId[]) => {
    setSaved("");
    setOpened({ kind, subsidiaryIds });
  };
  const withoutNotice = subsidiaries.filter(({ id }) => !textOf(id, "notice_of_assignment")?.body);

  function textOf(id: SubsidiaryId, kind: ImportantInfoKind) {
    return texts.find((text) => text.subsidiaryId === id && text.kind === kind);
  }

  return (
    <Section
      id="important-information"
      title="Important Information"
      about="Saved texts print on invoices generated from then on. An invoice generated before keeps the version it was generated with."
      action={
        <Button
          size="icon"
          aria-label="Add important information"
          title="Add important information"
          className="max-sm:size-10"
          onClick={() =>
            open(
              "notice_of_assignment",
              (withoutNotice[0] ? withoutNotice : subsidiaries.slice(0, 1)).map(({ id }) => id),
            )
          }
        >
          <Plus aria-hidden />
        </Button>
      }
    >
      <p aria-live="polite" className="text-done text-sm empty:sr-only">
        {saved}
      </p>
      {subsidiaries.length === 0 && (
        <EmptyState title="No subsidiary yet">
          A text belongs to a subsidiary. Add one in the Subsidiaries tab; then its texts are kept here.
        </EmptyState>
      )}
      {subsidiaries.map(({ id, name }) => (
        <section key={id} aria-label={name} className="rounded-md border bg-card">
          <h3 className="px-4 py-2 font-medium text-sm">{name}</h3>
          {!textOf(id, "notice_of_assignment")?.body && (
            <MissingNotice subsidiaryName={name} onAdd={() => open("notice_of_assignment", [id])} />
          )}
          {IMPORTANT_INFO_KINDS.map((kind) => {
            const text = textOf(id, kind);
            return (
              text && (
                <InfoText key={kind} text={text} subsidiaryName={name} onEdit={() => open(kind, [id])} />
              )
            );
          })}
        </section>
      ))}
      {opened && (
        <ManageInfoDialog
          info={info}
          start={opened}
          onClose={() => setOpened(undefined)}
          onSaved={setSaved}
        />
      )}
    </Section>
  );
}
