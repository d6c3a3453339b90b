import { onTestFinished } from "vitest";
import type { SandboxOptions } from "../sandbox.ts";
import { startSandbox } from "../start-sandbox.ts";

export const key = { "Ocp-Apim-Subscription-Key": "sandbox-subscription-key" };

export const createBody = {
  BrokerMC: 412907,
  ClientDOT: "3104488",
  InvoiceNo: "60417",
  PoNumber: "PLL88213",
  InvoiceAmount: 1850,
  InvoiceDate: "2026-10-12",
  FromCity: "JOLIET",
  FromState: "IL",
  ToCity: "TOLEDO",
  ToState: "OH",
};

/** A plain HTTP caller for a sandbox at this base URL: what it sends is what the test says. */
export function callerOf(baseUrl: string) {
  const signIn = async (
    form = { username: "dispatch@sample-hauling.test", password: "sandbox-password" },
  ) => {
    const response = await fetch(`${baseUrl}/auth/token`, {
      method: "POST",
      headers: key,
      body: new URLSearchParams(form),
    });
    return response.json();
  };
  const bearer = async () => ({ ...key, Authorization: `Bearer ${(await signIn()).access_token}` });
  const create = async (body: object, headers?: Record<string, string>) =>
    fetch(`${baseUrl}/invoices`, {
      method: "POST",
      headers: { ...(headers ?? (await bearer())), "Content-Type": "application/json" },
      body: JSON.stringify(body),
    });
  return { signIn, bearer, create };
}

/** A sandbox of its own for one test, with a plain caller. */
export async function openSandbox(options: SandboxOptions = {}) {
  const sandbox = await startSandbox(options);
  onTestFinished(sandbox.close);
  return { ...sandbox, ...callerOf(sandbox.baseUrl) };
}
