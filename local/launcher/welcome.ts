import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Addresses } from "./app-environment.ts";
import type { Settings } from "./settings.ts";

const accounts = z.array(
  z.object({
    email: z.string(),
    password: z.string(),
    role: z.string(),
    billing: z.boolean(),
    note: z.string().optional(),
  }),
);

/** What the terminal shows when everything is up: the address, whom to sign in as, where the factor's desk is. */
export function welcome(
  settings: Settings,
  addresses: Addresses,
  { seconds, empty }: { seconds: number; empty: boolean },
): string {
  return [
    "",
    `Lading is running at ${settings.appUrl}  (${seconds.toFixed(1)} s)`,
    ...(empty ? COMPANY_LINES : accountLines(settings)),
    ...(addresses.sandbox ? ["", `The factor's side (OTR sandbox):  ${addresses.sandbox}`] : []),
    "",
    "Stop with Ctrl-C.",
    "",
  ].join("\n");
}

const COMPANY_LINES = [
  "",
  "There is no company yet. Leave this running, and in another terminal make yours and its first Admin:",
  '  npm run company:create -- --name "North River Transport" --admin-name "Pat Lee" --email pat@carrier.com',
];

/** The seed notes the accounts it made; a database of the user's own has none. */
function accountLines({ dataDir, standIns }: Settings): string[] {
  const file = join(dataDir, "demo-accounts.json");
  if (!standIns.postgres || !existsSync(file)) return [];
  const rows = accounts
    .parse(JSON.parse(readFileSync(file, "utf8")))
    .map((account) => [
      account.email,
      account.password,
      account.role.replaceAll("_", " "),
      account.billing ? "Billing" : "–",
      account.note ?? "",
    ]);
  return ["", "Sign in as:", ...table([["e-mail", "password", "role", "permission", ""], ...rows])];
}

function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join("  ")}`.trimEnd(),
  );
}
