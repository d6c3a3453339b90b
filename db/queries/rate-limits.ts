import { onDatabase } from "#db/client.ts";

type Statement = { text: string; values: (string | number | null)[] };

/** The table `rate_limits` in the shape of a node-postgres pool, as rate-limiter-flexible wants it. */
export const rateLimitStore = {
  async query({ text, values }: Statement) {
    const rows = await onDatabase((db) => db.$client.unsafe(text, values));
    return { rows: [...rows], rowCount: rows.count };
  },
};
