import { inCompany } from "#db/client.ts";
import { getCompany } from "#db/queries/people.ts";
import { findLinkScope } from "#server/auth/find-link-scope.ts";
import { findUsableLink } from "./find-usable-link.ts";
import type { LinkRefusal } from "./rules/link-refusal.ts";

type Link = NonNullable<Awaited<ReturnType<typeof findUsableLink>>>;

type Opened =
  | {
      ok: true;
      scope: Parameters<typeof findUsableLink>[1];
      link: Link;
      companyName: string;
      timeZone: string;
    }
  | { ok: false; refusal: LinkRefusal };

/** Looks a one-time link up by its token, and changes nothing: programs that preview links open them too. */
export async function openAccountLink(token: string, ip: string | null, now: Date): Promise<Opened> {
  const found = await findLinkScope(token, ip);
  if (!found) return { ok: false, refusal: { reason: "gone" } };
  if ("waitMs" in found) {
    return {
      ok: false,
      refusal: { reason: "too_many_tries", waitMinutes: Math.ceil(found.waitMs / 60_000) },
    };
  }
  const { scope, linkId } = found;
  return inCompany(scope, async (tx) => {
    const link = await findUsableLink(tx, scope, { linkId }, now);
    if (!link) return { ok: false, refusal: { reason: "gone" } };
    const { name, timeZone } = await getCompany(tx, scope);
    return { ok: true, scope, link, companyName: name, timeZone };
  });
}
