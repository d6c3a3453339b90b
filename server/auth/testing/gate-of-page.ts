import type { Gate } from "#server/auth/rules/permissions.ts";
import { PAGES } from "./pages.ts";

/** The gate that the page behind a link asks for, from the table that is checked against the pages themselves. */
export function gateOfPage(href: string): Gate {
  const path = partsOf(new URL(href, "http://lading.test").pathname);
  const found = Object.entries(PAGES)
    .map(([folder, gate]) => ({ parts: partsOf(folder), gate }))
    .filter(({ parts }) => parts.length === path.length && parts.every((part, at) => fits(part, path[at])))
    .toSorted((one, other) => wildcards(one.parts) - wildcards(other.parts));
  const gate = found[0]?.gate;
  if (!gate || gate === "open") throw new Error(`No page behind the sign-in has the address ${href}`);
  return gate;
}

function partsOf(path: string): string[] {
  return path.split("/").filter((part) => part !== "" && !part.startsWith("("));
}

function fits(part: string, said: string | undefined): boolean {
  return part.startsWith("[") || part === said;
}

function wildcards(parts: string[]): number {
  return parts.filter((part) => part.startsWith("[")).length;
}
