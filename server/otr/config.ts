/** What a document is to OTR; the number it travels under is configuration (OTR §8.1). */
export type DocumentClass =
  | "merged_packet"
  | "proof_of_delivery"
  | "rate_confirmation"
  | "notice_of_assignment"
  | "letter_of_release"
  | "carrier_packet"
  | "other";

/** How the client behaves where OTR leaves a choice or has not told. Times are in the unit of their name. */
export type OtrClientConfig = {
  timeouts: { signInMs: number; readMs: number; createMs: number; uploadMs: number };
  /** Calls under way at once per OTR login. */
  maxConcurrentCalls: number;
  /** Pause after a 429 that names no time. */
  defaultPauseSeconds: number;
  /** A token with less time than this left is renewed. */
  tokenSkewSeconds: number;
  /** A refused sign-in is remembered this long, so that a batch can't lock the account (OTR §2.2). */
  rejectionMemorySeconds: number;
  /** Attempts within one call for sign-in and reads; a wait longer than `maxWaitMs` ends the call instead. */
  retry: { attempts: number; firstDelayMs: number; maxWaitMs: number };
  docTypes: Record<DocumentClass, number>;
  maxFileBytes: number;
  extraHeaders: Record<string, string>;
};

/** The defaults; document numbers are the list used against production (OTR §8.1), a packet goes as POD. */
export const defaultOtrConfig = {
  timeouts: { signInMs: 15_000, readMs: 20_000, createMs: 30_000, uploadMs: 120_000 },
  maxConcurrentCalls: 4,
  defaultPauseSeconds: 15,
  tokenSkewSeconds: 300,
  rejectionMemorySeconds: 300,
  retry: { attempts: 3, firstDelayMs: 300, maxWaitMs: 5_000 },
  docTypes: {
    merged_packet: 1,
    proof_of_delivery: 1,
    rate_confirmation: 3,
    notice_of_assignment: 4,
    letter_of_release: 5,
    carrier_packet: 6,
    other: 7,
  },
  maxFileBytes: 10 * 1024 * 1024,
  extraHeaders: {},
} satisfies OtrClientConfig;

/** Overrides of single values; everything left out keeps its default. */
export type OtrConfigOverrides = Partial<
  Omit<OtrClientConfig, "timeouts" | "retry" | "docTypes"> & {
    timeouts: Partial<OtrClientConfig["timeouts"]>;
    retry: Partial<OtrClientConfig["retry"]>;
    docTypes: Partial<OtrClientConfig["docTypes"]>;
  }
>;

/** The defaults with the given values put over them. */
export function otrConfig(overrides: OtrConfigOverrides = {}): OtrClientConfig {
  return {
    ...defaultOtrConfig,
    ...overrides,
    timeouts: { ...defaultOtrConfig.timeouts, ...overrides.timeouts },
    retry: { ...defaultOtrConfig.retry, ...overrides.retry },
    docTypes: { ...defaultOtrConfig.docTypes, ...overrides.docTypes },
  };
}
