/** Markup that is safe to put into a page as it is. */
export type Html = { text: string };

type Value = string | number | Html | Html[];

/** Builds markup; every value that is not markup itself is escaped. */
export function html(parts: TemplateStringsArray, ...values: Value[]): Html {
  let text = parts[0] ?? "";
  for (const [index, value] of values.entries()) text += textOf(value) + (parts[index + 1] ?? "");
  return { text };
}

/** Marks text of our own as markup. */
export function raw(text: string): Html {
  return { text };
}

/** The one sentence that tells what the codes are about. */
export const attention = "3 approves an invoice, 6 asks the carrier for a document, 4 ends it unpaid.";

function textOf(value: Value): string {
  if (Array.isArray(value)) return value.map(({ text }) => text).join("");
  return typeof value === "object" ? value.text : escapeText(String(value));
}

const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

function escapeText(text: string): string {
  return text.replace(/[&<>"']/g, (character) => entities[character] ?? character);
}
