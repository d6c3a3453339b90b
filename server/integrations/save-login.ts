import { inCompany, type Tx } from "#db/client.ts";
import { findSubmittingSubsidiary } from "#db/queries/batches.ts";
import { upsertLogin } from "#db/queries/integration-settings.ts";
import { findLoginOfSubsidiary, type OtrLogin } from "#db/queries/integrations.ts";
import { recordAudit } from "#server/audit/record-audit.ts";
import type { Actor } from "#server/auth/actor.ts";
import { type Clock, systemClock } from "#server/kernel/clock.ts";
import { AppError } from "#server/kernel/errors.ts";
import { type IntegrationId, newId } from "#server/kernel/ids.ts";
import { notify } from "#server/live/notify.ts";
import { type SignInResult, signIn } from "#server/otr/sign-in.ts";
import { decryptSecret } from "#server/secrets/decrypt-secret.ts";
import { encryptSecret } from "#server/secrets/encrypt-secret.ts";
import { otrClientFor } from "./otr-client-for.ts";
import { type IntegrationStatus, isUsable } from "./rules/integration-status.ts";
import { KEPT_SENTENCE, SAVE_SENTENCES } from "./rules/save-sentences.ts";
import type { SaveLoginInput, SaveLoginResult } from "./schemas.ts";

const STATUS_AFTER = {
  connected: "active",
  rejected: "rejected",
  unreachable: "unverified",
} as const satisfies Record<SignInResult["kind"], IntegrationStatus>;

/**
 * Signs in to OTR with what was typed, then saves it with what OTR said (R8): connected, rejected (nothing can be
 * submitted with it) or unreachable (verified at first use). Where another login is in use, a rejected one is not
 * saved over it. Throws not_found for another company's subsidiary, invalid_input where there is no password to keep,
 * conflict where somebody else saved a login meanwhile.
 */
export async function saveLogin(
  actor: Actor,
  input: SaveLoginInput,
  clock: Clock = systemClock,
): Promise<SaveLoginResult> {
  const { scope } = actor;
  const known = await inCompany(scope, async (tx) => {
    const subsidiary = await findSubmittingSubsidiary(tx, scope, input.subsidiaryId);
    if (!subsidiary) throw new AppError("not_found", "This subsidiary does not exist. Reload the page.");
    return findLoginOfSubsidiary(tx, scope, input.subsidiaryId);
  });
  const id = known?.id ?? newId("integration");
  const passwordCiphertext = encryptSecret(input.password || storedPassword(known), id);
  const answer = await signIn(
    otrClientFor(scope, { id, username: input.username, passwordCiphertext }, clock),
  );
  const checked = { id, passwordCiphertext, answer, at: clock() };
  const isKept = answer.kind === "rejected" && isInUse(known) && isAnotherLogin(known, input);
  if (isKept) {
    await inCompany(scope, (tx) => auditAnswer(tx, actor, input, checked));
    return { kind: "rejected", sentence: KEPT_SENTENCE };
  }
  await commitLogin(actor, input, known, checked);
  return { kind: answer.kind, sentence: SAVE_SENTENCES[answer.kind] };
}

/** The password that a blank field keeps. */
function storedPassword(known: OtrLogin | undefined): string {
  if (known?.passwordCiphertext) return decryptSecret(known.passwordCiphertext, known.id);
  throw new AppError("invalid_input", "Enter the password of the OTR Solutions client portal.");
}

function isInUse(known: OtrLogin | undefined): known is OtrLogin {
  return known !== undefined && isUsable(known.status);
}

function isAnotherLogin(known: OtrLogin, { username, password }: SaveLoginInput): boolean {
  return username !== known.username || (password !== "" && password !== storedPassword(known));
}

type Checked = { id: IntegrationId; passwordCiphertext: string; answer: SignInResult; at: Date };

async function commitLogin(
  actor: Actor,
  input: SaveLoginInput,
  known: OtrLogin | undefined,
  checked: Checked,
): Promise<void> {
  const { scope } = actor;
  const { subsidiaryId, username } = input;
  const { id, passwordCiphertext, answer, at } = checked;
  const isConnected = answer.kind === "connected";
  await inCompany(scope, async (tx) => {
    const login = {
      ...{ id, subsidiaryId, username, passwordCiphertext, status: STATUS_AFTER[answer.kind] },
      ...{ savedBy: actor.userId, savedAt: at, lastSuccessAt: isConnected ? at : null },
      lastError: isConnected ? null : SAVE_SENTENCES[answer.kind],
      lastErrorAt: isConnected ? null : at,
    };
    // A password is bound to its row: one checked for a row that another's save made first can't be read there.
    if (!(await upsertLogin(tx, scope, login, known?.passwordCiphertext))) {
      throw new AppError(
        "conflict",
        "Somebody else changed this login at the same moment. Yours was not saved. Look at theirs, then save again.",
      );
    }
    await auditAnswer(tx, actor, input, checked);
    await notify(tx, scope, { topic: "integration", id }, { topic: "queue" });
  });
}

function auditAnswer(
  tx: Tx,
  actor: Actor,
  { subsidiaryId }: SaveLoginInput,
  { id, answer, at }: Checked,
): Promise<void> {
  const { kind, exchange } = answer;
  return recordAudit(tx, actor.scope, {
    action: kind === "rejected" ? "integration.rejected" : "integration.saved",
    subject: id,
    at,
    by: actor,
    data: {
      subsidiaryId,
      answer: kind,
      httpStatus: exchange.httpStatus ?? null,
      otrRequestId: exchange.requestId ?? null,
    },
  });
}
