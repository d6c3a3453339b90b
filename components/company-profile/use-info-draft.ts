import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import type { ImportantInfoKind } from "#server/company-profile/rules/important-info-kind.ts";
import type { CurrentInfo, GeneralInfo, SaveInfoResult } from "#server/company-profile/schemas.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";

export type InfoStart = { kind: ImportantInfoKind; subsidiaryIds: SubsidiaryId[] };

/**
 * A text being edited. What was there when the dialog opened stays the ground it is saved on, so a text that somebody
 * else saves meanwhile is noticed; `typed` is undefined until the person changes the words.
 */
export function useInfoDraft(info: GeneralInfo, start: InfoStart, onSaved: (sentence: string) => void) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [kind, setKind] = useState(start.kind);
  const [chosen, setChosen] = useState<readonly SubsidiaryId[]>(start.subsidiaryIds);
  const [seen, setSeen] = useState<readonly CurrentInfo[]>(info.texts);
  const [typed, setTyped] = useState<string>();
  const save = useMutation(
    trpc.companyProfile.saveInfo.mutationOptions({
      onSuccess: async (result) => {
        await queryClient.invalidateQueries(trpc.companyProfile.pathFilter());
        if (result.kind === "saved") onSaved(savedSentence(result));
      },
    }),
  );
  const seenText = (id: SubsidiaryId) => seen.find((text) => text.kind === kind && text.subsidiaryId === id);
  const bodies = new Set(chosen.map((id) => seenText(id)?.body ?? ""));
  const [shared = ""] = bodies.size === 1 ? bodies : [];
  const body = typed ?? shared;
  const send = (ground: (id: SubsidiaryId) => CurrentInfo | undefined) =>
    save.mutate({
      kind,
      body,
      targets: chosen.map((subsidiaryId) => ({
        subsidiaryId,
        expectedVersion: ground(subsidiaryId)?.version ?? 0,
      })),
    });
  const changes = save.data?.kind === "changed_since" ? save.data.changes : [];
  const reset = () => {
    if (!save.isPending) save.reset();
  };
  /** From now on the draft stands on what others saved. */
  const standOn = (theirs: readonly CurrentInfo[]) =>
    setSeen((before) => [
      ...before.filter((text) => !theirs.some((newer) => isSameText(newer, text))),
      ...theirs,
    ]);

  return {
    kind,
    body,
    chosen,
    seenText,
    changes,
    error: save.error,
    isPending: save.isPending,
    setKind: (next: ImportantInfoKind) => {
      reset();
      setKind(next);
    },
    setBody: (next: string) => {
      if (changes.length === 0) reset();
      setTyped(next);
    },
    choose: (id: SubsidiaryId, isChosen: boolean) => {
      reset();
      setChosen((before) => [...before.filter((other) => other !== id), ...(isChosen ? [id] : [])]);
    },
    chooseAll: (ids: readonly SubsidiaryId[]) => {
      reset();
      setChosen(ids);
    },
    submit: () => {
      standOn(changes);
      const theirs = (id: SubsidiaryId) => changes.find(({ subsidiaryId }) => subsidiaryId === id);
      send((id) => theirs(id) ?? seenText(id));
    },
    takeTheirs: (theirs: CurrentInfo) => {
      standOn(changes);
      setTyped(theirs.body);
      reset();
    },
  };
}

function isSameText(one: CurrentInfo, other: CurrentInfo): boolean {
  return one.kind === other.kind && one.subsidiaryId === other.subsidiaryId;
}

function savedSentence({ saved, unchanged }: Extract<SaveInfoResult, { kind: "saved" }>): string {
  if (saved === 0) return "Nothing to save: this is the text that is there already.";
  const count = saved === 1 ? "1 subsidiary" : `${saved} subsidiaries`;
  const rest = unchanged === 0 ? "" : ` ${unchanged === 1 ? "1 had" : `${unchanged} had`} it already.`;
  return `Saved for ${count}.${rest}`;
}
