import type { AuditLink } from "../schemas.ts";

/** A thing as the database names it; see `ThingName` of `db/queries/audit-names.ts`. */
export type Thing = { kind: string; name: string; parentId: string | null };

type Words = (thing: Thing, id: string) => AuditLink;

const plain = (label: string): AuditLink => ({ label, href: null });

/** How an entry calls a thing of each kind, and where one opens it. */
const WORDS: Readonly<Record<string, Words>> = {
  company: ({ name }) => ({ label: name, href: "/management/company-profile" }),
  user: ({ name }) => ({ label: name, href: "/management/users" }),
  session: ({ name }) => plain(`Session of ${name}`),
  subsidiary: ({ name }) => ({ label: name, href: "/management/company-profile?tab=subsidiaries" }),
  integration: ({ name }) => ({ label: `OTR login of ${name}`, href: "/management/integrations" }),
  customer: ({ name }, id) => ({ label: name, href: `/customers/${id}` }),
  load: ({ name }, id) => ({ label: `Load ${name}`, href: `/loads/${id}` }),
  document: ({ name, parentId }) => ({ label: name, href: `/loads/${parentId}` }),
  invoice: ({ name, parentId }) => ({ label: `Invoice ${name}`, href: `/loads/${parentId}` }),
  batch: ({ name }, id) => ({ label: `Batch ${name}`, href: `/reports/factoring/${id}` }),
  binv: ({ name, parentId }, id) => ({
    label: `Invoice ${name}`,
    href: `/reports/factoring/${parentId}?invoice=${id}`,
  }),
  sync: ({ name, parentId }) =>
    parentId
      ? { label: `Sync of batch ${name}`, href: `/reports/factoring/${parentId}` }
      : { label: `Nightly sync${name && ` of ${name}`}`, href: "/reports/factoring" },
  credit: ({ name, parentId }) => ({ label: `Credit check of ${name}`, href: `/customers/${parentId}` }),
  info: ({ name }) => ({ label: `Important information of ${name}`, href: "/management/company-profile" }),
  link: ({ name }) => ({ label: `Invitation of ${name}`, href: "/management/users" }),
  import: ({ name }, id) => ({ label: `Import of ${name}`, href: `/import/${id}` }),
};

/** Subjects that are no thing of the company but a part of the product. */
const PARTS: Readonly<Record<string, AuditLink>> = {
  factoring_report: { label: "Factoring report", href: "/reports/factoring" },
  audit_log: { label: "Audit", href: "/management/audit" },
};

/** What is kept for a while only is called by its kind afterwards. */
const GONE: Readonly<Record<string, string>> = {
  session: "A session of long ago",
  link: "A link of long ago",
};

/** What an id or another subject is called, and its link. What is no longer there is said to be gone. */
export function subjectWords(subject: string, thing: Thing | undefined): AuditLink {
  const words = thing && WORDS[thing.kind]?.(thing, subject);
  if (words) return words;
  const part = PARTS[subject];
  if (part) return part;
  const kind = /^([a-z]+)_[0-7][0-9a-z]{25}$/.exec(subject)?.[1];
  return plain(kind ? (GONE[kind] ?? "Removed") : subject.replaceAll("_", " "));
}
