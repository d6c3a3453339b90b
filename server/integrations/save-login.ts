import { inCompany } from "#db/client.ts";
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
import type { IntegrationStatus } from "./rules/integration-status.ts";
import { SAVE_SENTENCES } from "./rules/save-sentences.ts";
import type { SaveLoginInput, SaveLoginResult } from "./schemas.ts";

const STATUS_AFTER = {
  connected: "active",
  rejected: "rejected",
  unreachable: "unverified",
} as const satisfies Record<SignInResult["kind"], IntegrationStatus>;

/**
 * Signs in to OTR with what was typed, then saves it with what OTR said (R8): connected, rejected (nothing can be
 * submitted with it) or unreachable (verified at first use). Throws not_found for another company's subsidiary and
 * invalid_input where there is no password to keep.
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
  const passwordCiphertext = encryptSecret(input.password || keptPassword(known), id);
  const answer = await signIn(
    otrClientFor(scope, { id, username: input.username, passwordCiphertext }, clock),
  );
  await commitLogin(actor, input, { id, passwordCiphertext, answer, at: clock() });
  return { kind: answer.kind, sentence: SAVE_SENTENCES[answer.kind] };
}

/** The password that a blank field keeps. */
function keptPassword(known: OtrLogin | undefined): string {
  if (known?.passwordCiphertext) return decryptSecret(known.passwordCiphertext, known.id);
  throw new AppError("invalid_input", "Enter the password of the OTR Solutions client portal.");
}

type Checked = { id: IntegrationId; passwordCiphertext: string; answer: SignInResult; at: Date };

async function commitLogin(
  actor: Actor,
  { subsidiaryId, username }: SaveLoginInput,
  { id, passwordCiphertext, answer, at }: Checked,
): Promise<void> {
  const { scope } = actor;
  const isConnected = answer.kind === "connected";
  await inCompany(scope, async (tx) => {
    await upsertLogin(tx, scope, {
      id,
      subsidiaryId,
      username,
      passwordCiphertext,
      status: STATUS_AFTER[answer.kind],
      savedBy: actor.userId,
      savedAt: at,
      lastSuccessAt: isConnected ? at : null,
      lastError: isConnected ? null : SAVE_SENTENCES[answer.kind],
      lastErrorAt: isConnected ? null : at,
    });
    await recordAudit(tx, scope, {
      action: answer.kind === "rejected" ? "integration.rejected" : "integration.saved",
      subject: id,
      at,
      by: actor,
      data: {
        subsidiaryId,
        answer: answer.kind,
        httpStatus: answer.exchange.httpStatus ?? null,
        otrRequestId: answer.exchange.requestId ?? null,
      },
    });
    await notify(tx, scope, { topic: "integration", id }, { topic: "queue" });
  });
}
