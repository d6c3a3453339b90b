import { newId } from "#server/kernel/ids.ts";
import { mintCompanyScope } from "#server/kernel/mint-company-scope.ts";
import type { Calendar } from "./calendar.ts";
import type { Cast, CastSubsidiary, InfoVersion } from "./cast.ts";
import type { SubsidiaryKey, SubsidiaryRow } from "./data/companies.ts";
import type { PersonRow } from "./data/people.ts";
import { demoTexts, earlierNotice } from "./data/texts.ts";
import { idAt } from "./id-at.ts";

/** Days ago: when the company began, and when it got the present wording of its Notice of Assignment. */
const BEGAN = 125;
const NOTICE_REVISED = 40;

type Script = {
  name: string;
  timeZone: string;
  people: Readonly<Record<string, PersonRow>>;
  subsidiaries: Partial<Record<SubsidiaryKey, SubsidiaryRow>>;
};

/** Gives ids to a company's people and subsidiaries. */
export function assembleCast(script: Script, calendar: Calendar): Cast {
  const since = calendar.at(BEGAN, 9);
  return {
    scope: mintCompanyScope(newId("company")),
    name: script.name,
    timeZone: script.timeZone,
    since,
    people: Object.fromEntries(Object.keys(script.people).map((key) => [key, idAt("user", since)])),
    subsidiaries: Object.fromEntries(
      Object.entries(script.subsidiaries).map(([key, row]) => [
        key,
        assembleSubsidiary(row, calendar, since),
      ]),
    ),
  };
}

function assembleSubsidiary(row: SubsidiaryRow, calendar: Calendar, since: Date): CastSubsidiary {
  return {
    ...row,
    id: idAt("subsidiary", since),
    integrationId: row.otr ? idAt("integration", since) : null,
    infos: infosOf(row, since, calendar.at(NOTICE_REVISED, 10)),
  };
}

function infosOf({ name, billingEmail }: SubsidiaryRow, since: Date, revisedAt: Date): InfoVersion[] {
  const texts = demoTexts(name, billingEmail);
  const info = (kind: keyof typeof texts, version: number, body: string, createdAt: Date) => ({
    ...{ id: idAt("info", createdAt), kind, version, body, createdAt },
  });
  return [
    info("notice_of_assignment", 1, earlierNotice(name), since),
    info("remit_to", 1, texts.remit_to, since),
    info("payment_terms", 1, texts.payment_terms, since),
    info("invoice_footer", 1, texts.invoice_footer, since),
    info("notice_of_assignment", 2, texts.notice_of_assignment, revisedAt),
  ];
}
