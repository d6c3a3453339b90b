const hidden = "•••";

/** Replaces every known secret in a text; new secrets (a fresh token) may be added at any time. */
export type Mask = { add: (secret: string) => void; apply: (text: string) => string };

const credentialFields =
  /("?(?:access_token|refresh_token|password|authorization|ocp-apim-subscription-key)"?\s*[:=]\s*"?)(?:bearer\s+)?[^"&\s,}]+/gi;
const bearerTokens = /(bearer\s+)[\w.~+/=-]+/gi;

/**
 * Builds a mask over the given secrets, in every spelling in which an answer could echo them: plain, URL-encoded,
 * form-encoded, JSON-escaped and base64. Whatever stands under a credential's name is hidden too, known or not.
 */
export function createMask(secrets: Iterable<string>): Mask {
  const known = new Set<string>();
  /** Longest first. */
  let spellings: string[] = [];
  const add = (secret: string) => {
    if (known.has(secret)) return;
    known.add(secret);
    const all = new Set([...spellings, ...spellingsOf(secret)]);
    spellings = [...all].sort((a, b) => b.length - a.length);
  };
  for (const secret of secrets) add(secret);
  return {
    add,
    apply: (text) => {
      let masked = text;
      for (const spelling of spellings) masked = masked.replaceAll(spelling, hidden);
      return masked.replace(credentialFields, `$1${hidden}`).replace(bearerTokens, `$1${hidden}`);
    },
  };
}

function spellingsOf(secret: string): string[] {
  if (secret === "") return [];
  const form = new URLSearchParams({ x: secret }).toString().slice(2);
  return [
    secret,
    encodeURIComponent(secret),
    form,
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64"),
  ];
}
