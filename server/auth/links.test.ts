import { describe, expect, it } from "vitest";
import { obstacleNotice } from "#server/credit-check/rules/obstacle.ts";
import { BATCH_BLOCKERS, type BlockerFacts, batchBlockers } from "#server/factoring/rules/batch-blockers.ts";
import { INELIGIBILITIES, ineligibilities } from "#server/factoring/rules/eligibility.ts";
import { failureNotice } from "#server/factoring/rules/failure-notice.ts";
import { FAILURE_REASONS } from "#server/factoring/rules/failure-reasons.ts";
import { deskTroubles, nightTroubles } from "#server/home/rules/desk-troubles.ts";
import { firstSteps } from "#server/home/rules/first-steps.ts";
import { invoiceBlockers } from "#server/invoicing/rules/invoice-blockers.ts";
import { newId } from "#server/kernel/ids.ts";
import { invoiceNote } from "#server/reports/rules/invoice-note.ts";
import { type Membership, mayPass, ROLES } from "./rules/permissions.ts";
import { gateOfPage } from "./testing/gate-of-page.ts";

type Link = { label: string; href: string };
type Notice = { id: string; sentence: string; link: Link | null };

const place = {
  loadId: newId("load"),
  customerId: newId("customer"),
  customerName: "Prairie Lantern Logistics",
  subsidiaryId: newId("subsidiary"),
  subsidiaryName: "Blue Mesa Freight",
};
const invoice = {
  ...place,
  ...{ mcNumber: "412907", invoiceNumber: "60417", poNumber: "PLL88213", usdotNumber: "3104488" },
  ...{ amountCents: 185_000, detail: null, atOtr: false },
};
const inReport = {
  ...invoice,
  ...({ state: "failed", failureReason: null, needsReview: false, purchaseCode: null } as const),
  ...{ purchaseError: null, withdrawReason: null, sentAgainIn: null },
};
const noLogin: BlockerFacts = { ...place, usdotNumber: null, integrationStatus: null };
const everythingWrong = {
  ...place,
  ...({ loadStatus: "delivered", invoicingMethod: null, hasPacket: false, amountCents: 0 } as const),
  ...{ poNumber: "", originCity: "", originState: "", destinationCity: "", destinationState: "" },
};
const live = { batchId: newId("batch"), batchNumber: 7, submittedByName: "Pat Lee" };
const noFirsts = {
  ...{ hasNotice: false, hasLogin: false, hasUsdot: false, hasFactoredBroker: false },
  ...{ hasLoad: false, hasQueuedLoad: false, hasBatch: false },
};

const fromFix =
  <Found extends { sentence: string; fix: Link | null }>(id: keyof Found) =>
  (found: Found) => ({
    id: String(found[id]),
    sentence: found.sentence,
    link: found.fix,
  });

/** Every notice with a link that mends it, as the readers get it whom its procedure lets in. */
const NOTICES: Record<string, { readers: "signed_in" | "billing"; read: (reader: Membership) => Notice[] }> =
  {
    "a failed invoice": {
      readers: "billing",
      read: (reader) =>
        FAILURE_REASONS.map((reason) => {
          const { todo, fix } = failureNotice(reason, invoice, reader);
          return { id: reason, sentence: todo, link: fix };
        }),
    },
    "an invoice of the report": {
      readers: "billing",
      read: (reader) =>
        [
          ...FAILURE_REASONS.map((failureReason) => ({ ...inReport, failureReason })),
          { ...inReport, state: "accepted" as const, purchaseCode: 4 },
        ].map((facts) => {
          const note = invoiceNote(facts, reader);
          const id = facts.failureReason ?? `purchase ${facts.purchaseCode}`;
          return { id, sentence: note?.todo ?? "", link: note?.link ?? null };
        }),
    },
    "what keeps a subsidiary from submitting": {
      readers: "signed_in",
      read: (reader) =>
        [null, "rejected" as const, "disconnected" as const].flatMap((integrationStatus) =>
          batchBlockers({ ...noLogin, integrationStatus }, reader).map(fromFix("blocker")),
        ),
    },
    "what keeps a load out of a batch": {
      readers: "billing",
      read: () =>
        [true, false].flatMap((failedAtOtr) =>
          ineligibilities({ ...everythingWrong, live: { ...live, failedAtOtr } }).map(fromFix("reason")),
        ),
    },
    "what keeps credit from being checked": {
      readers: "signed_in",
      read: (reader) =>
        (["not_factored", "not_connected", "login_rejected", "no_mc"] as const).map((obstacle) =>
          fromFix<ReturnType<typeof obstacleNotice>>("obstacle")(obstacleNotice(obstacle, place, reader)),
        ),
    },
    "what keeps a load from being invoiced": {
      readers: "signed_in",
      read: (reader) =>
        invoiceBlockers(
          {
            ...place,
            ...{ status: "delivered", method: "factoring", hasLines: false, totalCents: 0, hasNotice: false },
            billTo: { street: "", city: "", state: "", zip: "" },
          },
          reader,
        ).map(fromFix("reason")),
    },
    "the first steps": {
      readers: "signed_in",
      read: (reader) =>
        firstSteps(noFirsts, reader).flatMap(({ id, why, link, other }) =>
          (other ? [link, other] : [link]).map((way) => ({ id, sentence: why, link: way })),
        ),
    },
  };

const READERS = ROLES.flatMap((role) => [true, false].map((billing): Membership => ({ role, billing })));
const ADMIN: Membership = { role: "admin", billing: true };

describe.each(Object.entries(NOTICES))("%s", (_what, { readers, read }) => {
  const all = read(ADMIN);

  it.each(READERS.filter((reader) => mayPass(readers, reader)))(
    "links $role, Billing $billing, exactly to the pages that let them in, and else says whom to ask",
    (reader) => {
      for (const [at, { id, sentence, link }] of read(reader).entries()) {
        const wanted = all[at]?.link ?? null;
        const may = wanted !== null && mayPass(gateOfPage(wanted.href), reader);
        expect({ id, link }).toEqual({ id, link: may ? wanted : null });
        if (wanted && !may) expect(sentence, id).toMatch(/admin in your company|"Billing" permission/);
        else expect(sentence, id).not.toMatch(/admin in your company/);
      }
    },
  );
});

it("covers every reason there is to give", () => {
  const ids = (what: string) => new Set(NOTICES[what]?.read(ADMIN).map(({ id }) => id));
  expect(ids("what keeps a subsidiary from submitting")).toEqual(new Set(BATCH_BLOCKERS));
  expect(ids("what keeps a load out of a batch")).toEqual(new Set(INELIGIBILITIES));
});

it.each(READERS)("Home links $role, Billing $billing, to no page that refuses them", (reader) => {
  const desks = (["unverified", "active", "rejected"] as const).map((integrationStatus) => ({
    ...noLogin,
    integrationStatus,
    lastError: "OTR could not be reached.",
  }));
  const night = {
    verdict: { kind: "missed", nightOf: "2026-11-23", nights: 2 } as const,
    lastNightOf: null,
    troubles: [],
  };
  const links = [...deskTroubles(desks, reader), ...nightTroubles(night, reader)].flatMap(
    ({ fix }) => fix ?? [],
  );
  for (const { href } of links) expect(mayPass(gateOfPage(href), reader), href).toBe(true);
  expect(links.length > 0).toBe(mayPass("setup", reader) || mayPass("billing", reader));
});
