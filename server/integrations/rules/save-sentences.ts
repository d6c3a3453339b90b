import type { SaveLoginResult } from "../schemas.ts";

/** What a person reads after saving an OTR login: what OTR said, and what it means for the money (R8). */
export const SAVE_SENTENCES = {
  connected: "Connected. OTR Solutions accepted this username and password.",
  rejected:
    "OTR Solutions refused this username and password. Nothing can be submitted or synced with them. Enter those of the client portal.",
  unreachable:
    "OTR Solutions did not answer, so the login is saved but not verified yet. It is verified at its first use.",
} as const satisfies Record<SaveLoginResult["kind"], string>;

/** After a refusal where another login was in use: a slip of the keyboard stops no batch. */
export const KEPT_SENTENCE =
  "OTR Solutions refused this username and password, so they were not saved. The login saved before stays in use. Enter those of the client portal.";
