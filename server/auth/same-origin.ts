/**
 * True unless a browser says that another site made the request. Modern browsers send `Sec-Fetch-Site`, older
 * ones at least `Origin`; a request with neither comes from no browser, so nobody's cookie was borrowed.
 */
export function isSameOrigin(headers: Headers): boolean {
  const site = headers.get("sec-fetch-site");
  if (site) return site === "same-origin" || site === "none";
  const origin = headers.get("origin");
  if (!origin) return true;
  const host = headers.get("x-forwarded-host") ?? headers.get("host");
  return URL.canParse(origin) && new URL(origin).host === host;
}
