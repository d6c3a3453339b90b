import { inCompany, type Tx } from "#db/client.ts";
import {
  type CurrentInfoRow,
  insertInfoVersions,
  listCurrentInfo,
  lockSubsidiaries,
} from "#db/queries/important-info.ts";
import { recordAudits } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { unprintableCharacters } from "#server/documents/sheet/unprintable-characters.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { newId, type SubsidiaryId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { noSuchSubsidiary } from "./no-such-subsidiary.ts";
import type { SaveInfo, SaveInfoResult } from "./schemas.ts";
import { toInfo } from "./to-info.ts";

/**
 * Saves a text of Important Information as the next version for each chosen subsidiary, or for none (R4). Where it
 * is the current text already, no version is added. Where somebody saved another text since this one was opened,
 * nothing is saved and theirs is returned. Throws invalid_input for characters that an invoice can't print,
 * not_found for another company's subsidiary.
 */
export async function saveInfo(
  actor: Actor,
  input: SaveInfo,
  clock: Clock = systemClock,
): Promise<SaveInfoResult> {
  const unprintable = await unprintableCharacters(input.body);
  if (unprintable.length > 0) {
    throw new AppError(
      "invalid_input",
      `An invoice can't print ${unprintable.slice(0, 10).join(" ")}. Nothing was saved. Replace these characters, then save again.`,
    );
  }
  return inCompany(actor.scope, (tx) => commitInfo(tx, actor, input, clock()));
}

async function commitInfo(tx: Tx, actor: Actor, input: SaveInfo, now: Date): Promise<SaveInfoResult> {
  const { scope } = actor;
  const { kind, body } = input;
  const expected = new Map(input.targets.map((target) => [target.subsidiaryId, target.expectedVersion]));
  const ids = [...expected.keys()];
  const subsidiaries = await lockSubsidiaries(tx, scope, ids);
  if (subsidiaries.length !== ids.length) throw noSuchSubsidiary();
  const current = new Map(
    (await listCurrentInfo(tx, scope, { kind, subsidiaryIds: ids })).map((row) => [row.subsidiaryId, row]),
  );
  const changed = ids.filter((id) => (current.get(id)?.body ?? "") !== body);
  const since = changed.filter((id) => versionOf(current, id) !== expected.get(id));
  if (since.length > 0) {
    const names = new Map(subsidiaries.map(({ id, name }) => [id, name]));
    const changes = since.flatMap((id) => {
      const row = current.get(id);
      return row ? [{ ...toInfo(row), subsidiaryName: names.get(id) ?? "" }] : [];
    });
    return { kind: "changed_since", changes };
  }
  if (changed.length > 0) await writeVersions(tx, actor, input, changed, current, now);
  return { kind: "saved", saved: changed.length, unchanged: ids.length - changed.length };
}

async function writeVersions(
  tx: Tx,
  actor: Actor,
  { kind, body }: SaveInfo,
  ids: SubsidiaryId[],
  current: ReadonlyMap<SubsidiaryId, CurrentInfoRow>,
  now: Date,
): Promise<void> {
  const { scope, userId } = actor;
  const rows = ids.map((subsidiaryId) => ({
    id: newId("info"),
    ...{ subsidiaryId, kind, body, createdBy: userId, createdAt: now },
    version: versionOf(current, subsidiaryId) + 1,
  }));
  await insertInfoVersions(tx, scope, rows);
  await recordAudits(
    tx,
    scope,
    rows.map(({ id, subsidiaryId, version }) => ({
      ...{ action: "important_info.saved" as const, subject: subsidiaryId, at: now, by: actor },
      data: { kind, version, infoId: id, empty: body === "" },
    })),
  );
  await notify(tx, scope, { topic: "company" });
}

/** 0 where there is no text yet. */
function versionOf(current: ReadonlyMap<SubsidiaryId, CurrentInfoRow>, id: SubsidiaryId): number {
  return current.get(id)?.version ?? 0;
}
