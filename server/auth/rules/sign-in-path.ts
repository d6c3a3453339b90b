/** Where people land who signed in without a page in mind: what needs them now, or the way to a first batch. */
export const HOME_PATH = "/";

/** The header in which the proxy tells a page its own path and query. */
export const PAGE_PATH_HEADER = "x-lading-path";

/**
 * A `next` parameter as a path on this site, or the home page. Only a path goes through: "//host", "/\host"
 * and control characters, which browsers read as another site, do not.
 */
export function safeNextPath(next: string | null | undefined): string {
  if (!next?.startsWith("/") || !URL.canParse(next, PLACEHOLDER_ORIGIN)) return HOME_PATH;
  const url = new URL(next, PLACEHOLDER_ORIGIN);
  if (url.origin !== PLACEHOLDER_ORIGIN || url.pathname === "/sign-in") return HOME_PATH;
  // "/.//host" resolves to the path "//host", which a browser would take for another site.
  return url.pathname.startsWith("//") ? HOME_PATH : `${url.pathname}${url.search}`;
}

/** The sign-in page, with the page to return to afterwards. */
export function signInPath(from: string | null | undefined): string {
  const next = safeNextPath(from);
  return next === HOME_PATH ? "/sign-in" : `/sign-in?next=${encodeURIComponent(next)}`;
}

const PLACEHOLDER_ORIGIN = "https://lading.invalid";
