import { z } from "zod";

/** What a live notice is about. It only says "look again"; the rows are the truth (R35). "people": rights or sessions changed. */
export const LIVE_TOPICS = [
  "company",
  "customer",
  "queue",
  "batch",
  "sync",
  "integration",
  "credit",
  "load",
  "import",
  "people",
] as const;

export type LiveTopic = (typeof LIVE_TOPICS)[number];

/** A notice as it travels: topic and, where one thing is meant, its id. */
export const liveNoticeSchema = z.object({ topic: z.enum(LIVE_TOPICS), id: z.string().optional() });

export type LiveNotice = z.output<typeof liveNoticeSchema>;

/** What a subscriber is told: which things changed, or `missed`: look at everything again. */
export type LiveMessage = { notices: LiveNotice[]; missed: boolean };
