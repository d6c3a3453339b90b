import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Role } from "#server/auth/rules/permissions.ts";
import { CEDAR_PEOPLE, DEMO_PASSWORD, SAMPLE_PEOPLE } from "./data/people.ts";

/** A login of the demo, with what it may do in a sentence. */
export type DemoAccount = { email: string; password: string; role: Role; billing: boolean; note: string };

/** Every demo login, the most useful first. */
export function demoAccounts(): DemoAccount[] {
  return [...Object.values(SAMPLE_PEOPLE), ...Object.values(CEDAR_PEOPLE)].map(
    ({ email, role, billing, note }) => ({ email, password: DEMO_PASSWORD, role, billing, note }),
  );
}

/** Writes the logins to `demo-accounts.json`, for the sign-in page's hint and the launcher. */
export async function writeDemoAccounts(folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "demo-accounts.json"), `${JSON.stringify(demoAccounts(), null, 2)}\n`);
}
