import type { Exchange } from "./exchange.ts";
import type { NetworkCause } from "./network-failure.ts";

/** OTR asked to slow down, or this login is still paused from such an answer; nothing was processed. */
export type Throttled = { kind: "throttled"; afterSeconds: number; exchange: Exchange };

/** OTR refused the username and password. */
export type CredentialsRejected = { kind: "credentials_rejected"; otrText?: string; exchange: Exchange };

/** The login is good but may not post for this USDOT number (OTR §10.11). */
export type NotEnabled = { kind: "not_enabled"; otrText?: string; exchange: Exchange };

/** Our address, subscription key or quota is wrong; no customer can mend it and no repeat will help. */
export type Configuration = {
  kind: "configuration";
  httpStatus: number;
  otrText?: string;
  exchange: Exchange;
};

/** Why a request never reached OTR. */
export type NotSentReason = "sign_in_unavailable" | "otr_unreachable";

/** The request never reached OTR, so nothing exists there because of it. */
export type NotSent = {
  kind: "not_sent";
  reason: NotSentReason;
  retryable: true;
  cause: NetworkCause | "server_error" | "unreadable_reply";
  exchange: Exchange;
};

/** The answers that mean the same on every route. */
export type Refusal = Throttled | CredentialsRejected | NotEnabled | Configuration;
