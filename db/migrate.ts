import { drizzle } from "drizzle-orm/postgres-js";
import { migrate } from "drizzle-orm/postgres-js/migrator";
import postgres from "postgres";
import { ensureAppRole } from "./app-role.ts";

const ownerUrl = process.env.DATABASE_OWNER_URL;
const appUrl = process.env.DATABASE_URL;

if (!ownerUrl || !appUrl) {
  console.error(
    "Set DATABASE_OWNER_URL (the role that owns the tables) and DATABASE_URL (the role the app signs in with), then run this again.",
  );
  process.exit(1);
}

const owner = postgres(ownerUrl, { max: 1, onnotice: () => undefined });
try {
  await migrate(drizzle(owner), { migrationsFolder: new URL("./migrations", import.meta.url).pathname });
  await ensureAppRole(owner, appUrl);
} finally {
  await owner.end();
}
