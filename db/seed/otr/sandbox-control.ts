import { z } from "zod";
import { BROKERS } from "../data/brokers.ts";
import { CREDIT_ANSWERS } from "../data/credit-answers.ts";

/** The control plane of an OTR sandbox: `post("set-status", …)`. Rejects with the sandbox's own words. */
export type Sandbox = { baseUrl: string; post: (operation: string, input: object) => Promise<void> };

const summarySchema = z.object({ brokers: z.number(), choices: z.object({}) });

/** The sandbox behind an OTR address; undefined where the address is OTR itself or nobody answers. */
export async function findSandbox(baseUrl: string): Promise<Sandbox | undefined> {
  const { origin } = new URL(baseUrl);
  const answer = await fetch(`${origin}/__sandbox/summary`, { signal: AbortSignal.timeout(3_000) }).catch(
    () => undefined,
  );
  const isSandbox = answer?.ok && summarySchema.safeParse(await answer.json().catch(() => null)).success;
  if (!isSandbox) return undefined;
  return { baseUrl, post: (operation, input) => post(`${origin}/__sandbox/${operation}`, input) };
}

/** Makes the sandbox know the demo's brokers, all but the one that OTR has never heard of. */
export async function introduceBrokers(sandbox: Sandbox): Promise<void> {
  const brokers = BROKERS.flatMap(([name, mc, , , , , , credit]) => {
    if (!mc || credit === "unknown") return [];
    const { result, noBuy } = CREDIT_ANSWERS[credit];
    return { mc, name, result, noBuy };
  });
  await sandbox.post("seed-brokers", { brokers });
}

async function post(address: string, input: object): Promise<void> {
  const response = await fetch(address, {
    method: "POST",
    headers: { "Content-Type": "application/json" },
    body: JSON.stringify(input),
  });
  if (!response.ok) throw new Error(`OTR sandbox, ${address}: ${response.status} ${await response.text()}`);
}
