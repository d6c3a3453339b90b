import { inCompany } from "#db/client.ts";
import { listSecretsNotUnder, type Reencrypted, updateCiphertexts } from "#db/queries/secrets.ts";
import { recordAudits } from "#server/audit/record-audit.ts";
import type { Clock } from "#server/kernel/clock.ts";
import type { IntegrationId } from "#server/kernel/ids.ts";
import type { CompanyScope } from "#server/kernel/scope.ts";
import { decryptSecret } from "./decrypt-secret.ts";
import { encryptSecret } from "./encrypt-secret.ts";
import type { Keyring } from "./keyring.ts";

/** `replacedMeanwhile`: saved by a person while this ran. `unreadable`: their key is not in the ring. */
export type Rotation = { reencrypted: number; replacedMeanwhile: number; unreadable: number };

const BATCH = 100;

type Options = { ring: Keyring; clock: Clock };

/**
 * Encrypts every OTR password of a company afresh with the ring's first key, where it is under another one. Each is
 * replaced only if it is still what was read, so a password saved meanwhile stays.
 */
export async function rotateCompanySecrets(scope: CompanyScope, options: Options): Promise<Rotation> {
  const total: Rotation = { reencrypted: 0, replacedMeanwhile: 0, unreadable: 0 };
  let after: IntegrationId | null = null;
  do {
    const batch: Awaited<ReturnType<typeof rotateBatch>> = await rotateBatch(scope, after, options);
    total.reencrypted += batch.reencrypted;
    total.replacedMeanwhile += batch.replacedMeanwhile;
    total.unreadable += batch.unreadable;
    after = batch.last;
  } while (after);
  return total;
}

async function rotateBatch(scope: CompanyScope, after: IntegrationId | null, { ring, clock }: Options) {
  const found = await inCompany(scope, (tx) =>
    listSecretsNotUnder(tx, scope, ring.current, { after, limit: BATCH }),
  );
  const fresh = found.flatMap(({ id, ciphertext }) => reencrypt(id, ciphertext, ring) ?? []);
  const changed = fresh.length === 0 ? [] : await replace(scope, fresh, { ring, clock });
  return {
    reencrypted: changed.length,
    replacedMeanwhile: fresh.length - changed.length,
    unreadable: found.length - fresh.length,
    last: found.length === BATCH ? (found.at(-1)?.id ?? null) : null,
  };
}

/** Undefined where no key of the ring reads it: the login must be entered again, and the others go on. */
function reencrypt(id: IntegrationId, from: string, ring: Keyring): Reencrypted | undefined {
  try {
    return { id, from, to: encryptSecret(decryptSecret(from, id, ring), id, ring) };
  } catch {
    return undefined;
  }
}

function replace(scope: CompanyScope, fresh: Reencrypted[], { ring, clock }: Options) {
  return inCompany(scope, async (tx) => {
    const changed = await updateCiphertexts(tx, scope, fresh);
    const at = clock();
    await recordAudits(
      tx,
      scope,
      changed.map((id) => ({
        ...{ action: "integration.reencrypted" as const, subject: id, at, by: null },
        data: { key: ring.current },
      })),
    );
    return changed;
  });
}
