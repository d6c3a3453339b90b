"use client";

import { type FormEvent, useRef } from "react";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import {
  Dialog,
  DialogClose,
  DialogContent,
  DialogDescription,
  DialogFooter,
  DialogTitle,
} from "#components/ui/dialog.tsx";
import { Label } from "#components/ui/label.tsx";
import { Select } from "#components/ui/select.tsx";
import { IMPORTANT_INFO, IMPORTANT_INFO_KINDS } from "#server/company-profile/rules/important-info-kind.ts";
import type { GeneralInfo } from "#server/company-profile/schemas.ts";
import { ChangedSince } from "./changed-since.tsx";
import { InfoBody } from "./info-body.tsx";
import { InfoTargets } from "./info-targets.tsx";
import { type InfoStart, useInfoDraft } from "./use-info-draft.ts";

type Props = {
  info: GeneralInfo;
  start: InfoStart;
  onClose: () => void;
  onSaved: (sentence: string) => void;
};

/** Manage Important Info: a kind, the subsidiaries it is for, the text, Save (R4). */
export function ManageInfoDialog({ info, start, onClose, onSaved }: Props) {
  const draft = useInfoDraft(info, start, (sentence) => {
    onSaved(sentence);
    onClose();
  });
  const kindField = useRef<HTMLSelectElement>(null);
  const { kind, changes, error, isPending } = draft;
  const errors = error?.data?.fieldErrors ?? {};
  const bodyError =
    errors.body ?? (error?.data?.code === "BAD_REQUEST" && !errors.targets ? error.message : undefined);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isPending) draft.submit();
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        className="sm:max-w-2xl"
        onOpenAutoFocus={(event) => {
          event.preventDefault();
          kindField.current?.focus();
        }}
      >
        <DialogTitle>Manage Important Info</DialogTitle>
        <DialogDescription>
          The text prints on invoices generated from now on; earlier invoices keep theirs.
        </DialogDescription>
        <form onSubmit={submit} noValidate aria-busy={isPending} className="grid gap-4">
          <div className="grid gap-1.5">
            <Label htmlFor="info-kind">Kind</Label>
            <Select
              id="info-kind"
              ref={kindField}
              value={kind}
              onChange={({ target }) => {
                const chosen = IMPORTANT_INFO_KINDS.find((known) => known === target.value);
                if (chosen) draft.setKind(chosen);
              }}
            >
              {IMPORTANT_INFO_KINDS.map((known) => (
                <option key={known} value={known}>
                  {IMPORTANT_INFO[known].label}
                </option>
              ))}
            </Select>
            <p className="text-muted-foreground text-sm">{IMPORTANT_INFO[kind].about}</p>
          </div>
          <InfoTargets subsidiaries={info.subsidiaries} draft={draft} error={errors.targets} />
          <InfoBody kind={kind} body={draft.body} onChange={draft.setBody} error={bodyError} />
          {changes.length > 0 && <ChangedSince changes={changes} onTake={draft.takeTheirs} />}
          {error && !bodyError && !errors.targets && <Alert meaning="failed">{error.message}</Alert>}
          <DialogFooter>
            <DialogClose asChild>
              <Button className="max-sm:h-10">Cancel</Button>
            </DialogClose>
            <Button type="submit" variant="primary" className="max-sm:h-10" aria-disabled={isPending}>
              {saveLabel(isPending, changes.length > 0)}
            </Button>
          </DialogFooter>
        </form>
      </DialogContent>
    </Dialog>
  );
}

function saveLabel(isPending: boolean, hasChanges: boolean): string {
  if (isPending) return "Saving…";
  return hasChanges ? "Save mine as the next version" : "Save";
}
