import { Problem } from "./problem.ts";

export type Mode = "start" | "dev";

/** What `node local/launcher/main.mjs …` was asked for. Throws Problem for anything else. */
export function parseCommandLine(args: string[]): Mode | "help" {
  const [command = "start", ...rest] = args;
  if (args.includes("--help") || args.includes("-h")) return "help";
  if ((command === "start" || command === "dev") && rest.length === 0) return command;
  throw new Problem(`"${args.join(" ")}" is not understood: npm start, npm run dev, or npm start -- --help.`);
}

export const HELP = `Lading: the factoring desk of a trucking company.

  npm start          run it (builds first where the sources have changed)
  npm run dev        run it with the development server

Settings, in the environment, .env.local or .env:
  PORT               where the app listens on 127.0.0.1 (3000)
  LADING_DATA_DIR    where the local database, documents, secrets and logs live (.lading)
  LADING_DEMO=off    begin without the demo company: npm run company:create makes yours
  DATABASE_URL       a PostgreSQL of yours (DATABASE_OWNER_URL too, for its migrations)
  INNGEST_DEV, or INNGEST_BASE_URL, or INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY
                     an Inngest of yours
  OTR_BASE_URL       OTR Solutions (OTR_SUBSCRIPTION_KEY too)

For each server that isn't named, a local stand-in runs beside the app.
`;
