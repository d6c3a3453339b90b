import { execFileSync } from "node:child_process";
import { type ApiSession, signIn } from "./api.ts";
import { dataFolder } from "./data-folder.ts";

/** A company that a journey has for itself, and its first Admin, who has Billing. */
export type OwnCompany = { name: string; adminName: string; email: string };

/** Founds a company from the terminal. Answers its first Admin's one-time link. */
export function foundCompany({ name, adminName, email }: OwnCompany): string {
  const args = ["--name", name, "--admin-name", adminName, "--email", email];
  const printed = execFileSync(process.execPath, ["scripts/create-company.ts", ...args], {
    env: { ...process.env, LADING_DATA_DIR: dataFolder() },
    encoding: "utf8",
  });
  const [link] = /http\S+\/invitation\/\S+/.exec(printed) ?? [];
  if (!link) throw new Error(`No link was printed:\n${printed}`);
  return link;
}

/** Founds a company and has its first Admin join, without a page. Throws an Error when the link is refused. */
export async function joinOwnCompany(
  baseUrl: string,
  company: OwnCompany,
  password: string,
): Promise<ApiSession> {
  const token = new URL(foundCompany(company)).pathname.split("/").at(-1);
  const answer = await fetch(new URL("/api/account-links", baseUrl), {
    method: "POST",
    headers: { "content-type": "application/json", origin: new URL(baseUrl).origin },
    body: JSON.stringify({ token, password }),
  });
  if (!answer.ok) throw new Error(`The link was refused with ${answer.status}: ${await answer.text()}`);
  return signIn(baseUrl, company.email, password);
}
