import { globSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { aUser } from "#db/testing/a-company.ts";
import { testDatabase } from "#db/testing/test-database.ts";
import { aWorld, nowhere } from "#server/trpc/testing/world.ts";
import { type Gate, mayPass, ROLES } from "./rules/permissions.ts";
import { aSession, headersWithCookie } from "./testing/a-member.ts";
import { PAGES } from "./testing/pages.ts";
import { ROUTES } from "./testing/routes.ts";

await testDatabase();

const mine = await aWorld();
const theirs = await aWorld();
const guarded = Object.entries(ROUTES).flatMap(([path, row]) => ("gate" in row ? [{ path, ...row }] : []));
const allRights = await signedIn("admin", true);

describe("route handlers", () => {
  it("are all in the table", () => {
    expect(foldersOf("app/api", "route.ts")).toEqual(Object.keys(ROUTES).toSorted());
  });

  it.each(guarded)("$path is closed to whoever isn't signed in", async ({ ask }) => {
    expect((await ask(new Headers(), mine.world)).status).toBe(401);
  });

  it.each(guarded)("$path is open to those who pass the $gate gate only", async ({ gate, ask }) => {
    for (const role of ROLES) {
      for (const billing of [false, true]) {
        const { status } = await ask(await signedIn(role, billing), mine.world);
        expect({ role, billing, status }).toEqual({
          role,
          billing,
          status: mayPass(gate, { role, billing }) ? 200 : 403,
        });
      }
    }
  });

  const naming = guarded.filter(({ namesAnId }) => namesAnId);

  it.each(naming)("$path answers 404 for another company's id, as for an id of nothing", async ({ ask }) => {
    const foreign = await ask(allRights, theirs.world);
    const nothing = await ask(allRights, nowhere());
    expect(foreign.status).toBe(404);
    expect([foreign.status, await foreign.text()]).toEqual([nothing.status, await nothing.text()]);
  });

  it("have an id in the table where their folder has one", () => {
    for (const { path, namesAnId } of guarded) expect(namesAnId, path).toBe(path.includes("["));
  });
});

describe("pages", () => {
  it("are all in the table", () => {
    expect(foldersOf("app", "page.tsx")).toEqual(Object.keys(PAGES).toSorted());
  });

  it.each(Object.entries(PAGES))("/%s asks for its gate, %s, before anything else", (folder, gate) => {
    expect(gateAskedBy(`app/${folder}/page.tsx`)).toBe(gate);
  });
});

async function signedIn(role: (typeof ROLES)[number], billing: boolean): Promise<Headers> {
  const actor = await aUser(mine.company.scope, { role, billing });
  return headersWithCookie(await aSession(actor));
}

function foldersOf(root: string, file: string): string[] {
  const folders = globSync(`**/${file}`, { cwd: root }).map((path) => dirname(path));
  return folders.map((folder) => (folder === "." ? "" : folder)).toSorted();
}

/** The gate that a page's first `await` requires; "open" where it requires none. */
function gateAskedBy(file: string): Gate | "open" {
  const [, body = ""] = readFileSync(file, "utf8").split("export default ");
  const first = body.indexOf("await ");
  const [, gate] = /^await requireActor\("(\w+)"\)/.exec(body.slice(first)) ?? [];
  return gate === "signed_in" || gate === "setup" || gate === "billing" ? gate : "open";
}
