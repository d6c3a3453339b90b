import { readFileSync } from "node:fs";
import postgres from "postgres";
import { type Stack, startStack } from "#e2e/support/stack.ts";
import { hashPassword } from "#server/auth/password.ts";
import { findFacts, type WorldFacts } from "../lists/world-facts.ts";
import { seedWorld } from "../seed/seed-world.ts";
import type { World } from "../seed/worlds.ts";

/** The whole product over a seeded world, with somebody who can sign in to its largest company. */
export type SeededStack = {
  stack: Stack;
  facts: WorldFacts;
  email: string;
  password: string;
  /** The name of the subsidiary with more than 5,000 loads to submit. */
  longQueueOf: string;
};

const PASSWORD = "on-time-freight";
const LONG_QUEUE = readFileSync(new URL("long-queue.sql", import.meta.url), "utf8");

/** Starts the production build on its own PostgreSQL, with that server's own settings, and fills it. */
export async function openStack(world: World): Promise<SeededStack> {
  const stack = await startStack({ LADING_DEMO: "off" });
  try {
    await seedWorld(stack.ownerUrl, world);
    const facts = await findFacts(stack.ownerUrl);
    const sql = postgres(stack.ownerUrl, { max: 1, onnotice: () => undefined });
    await sql`update users set password_hash = ${await hashPassword(PASSWORD)} where email = ${facts.actor.email}`;
    await sql.unsafe(LONG_QUEUE);
    await sql.end();
    return { stack, facts, email: facts.actor.email, password: PASSWORD, longQueueOf: "South Line" };
  } catch (error) {
    await stack.stop();
    throw error;
  }
}
