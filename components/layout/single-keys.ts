/** A cookie, so that the server draws the page with or without its hints at once. On unless it says "off". */
export const SINGLE_KEYS_COOKIE = "lading-single-keys";

/** Reads the cookie's value: single-key shortcuts are on until a person switches them off. */
export function readSingleKeys(value: string | undefined): boolean {
  return value !== "off";
}

/** True for a letter, digit or sign, which speech input or a slip may type: those can be switched off (WCAG 2.1.4). */
export function isSingleKey(key: string): boolean {
  return [...key].length === 1 && key !== " ";
}

/** The value of a cookie of this browser. */
export function cookieIn(cookies: string, name: string): string | undefined {
  const found = cookies.split("; ").find((cookie) => cookie.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}
