import { replyFields } from "./reply-fields.ts";

const textKeys = ["message", "error", "detail"];
const maxSnippet = 200;

/** OTR's own words in an answer, wherever this answer keeps them (OTR §5.4); undefined when it says nothing. */
export function otrTextOf(body: string, json: unknown): string | undefined {
  const fields = replyFields(json);
  for (const key of textKeys) {
    const text = fields?.text(key);
    if (text) return text;
  }
  const errors = fields?.value("errors");
  if (Array.isArray(errors) && errors.length > 0) return errors.map(wordsOf).join("; ");
  return snippetOf(body);
}

function wordsOf(error: unknown): string {
  return replyFields(error)?.text("message") ?? (typeof error === "string" ? error : JSON.stringify(error));
}

function snippetOf(body: string): string | undefined {
  const plain = body
    .replace(/<[^>]*>/g, " ")
    .replace(/\s+/g, " ")
    .trim();
  return plain === "" ? undefined : plain.slice(0, maxSnippet);
}
