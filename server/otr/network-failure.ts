/** How a request ended without an answer. */
export type NetworkCause = "timeout" | "dns" | "refused" | "tls" | "reset" | "network";

/** `reachedOtr` is false only when it is certain that OTR never saw the request. */
export type NetworkFailure = { cause: NetworkCause; reachedOtr: "no" | "perhaps" };

// Failures to open the connection: the request itself was never written.
const neverSent = {
  ENOTFOUND: "dns",
  EAI_AGAIN: "dns",
  ECONNREFUSED: "refused",
  EHOSTUNREACH: "refused",
  ENETUNREACH: "refused",
  ERR_CONNECT_TIMEOUT: "timeout",
  CERT_HAS_EXPIRED: "tls",
  DEPTH_ZERO_SELF_SIGNED_CERT: "tls",
  SELF_SIGNED_CERT_IN_CHAIN: "tls",
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: "tls",
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: "tls",
  ERR_TLS_CERT_ALTNAME_INVALID: "tls",
} satisfies Record<string, NetworkCause>;

const perhapsSent = {
  ECONNRESET: "reset",
  EPIPE: "reset",
  ETIMEDOUT: "timeout",
} satisfies Record<string, NetworkCause>;

/** Names what a call threw, without keeping the error (its text may hold an address or a header). */
export function networkFailureOf(thrown: unknown): NetworkFailure {
  if (isNamed(thrown, "TimeoutError")) return { cause: "timeout", reachedOtr: "perhaps" };
  const code = codeOf(thrown);
  if (isKeyOf(neverSent, code)) return { cause: neverSent[code], reachedOtr: "no" };
  if (isKeyOf(perhapsSent, code)) return { cause: perhapsSent[code], reachedOtr: "perhaps" };
  return { cause: "network", reachedOtr: "perhaps" };
}

function codeOf(thrown: unknown): string {
  if (typeof thrown !== "object" || thrown === null) return "";
  if ("code" in thrown && typeof thrown.code === "string") return thrown.code;
  return "cause" in thrown ? codeOf(thrown.cause) : "";
}

function isNamed(thrown: unknown, name: string): boolean {
  return typeof thrown === "object" && thrown !== null && "name" in thrown && thrown.name === name;
}

function isKeyOf<T extends object>(table: T, key: string): key is Extract<keyof T, string> {
  return Object.hasOwn(table, key);
}
