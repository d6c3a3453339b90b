import { env } from "#server/env.ts";

type CookieSettings = {
  name: string;
  options: { httpOnly: true; sameSite: "lax"; path: "/"; secure: boolean };
};

/**
 * The session cookie: out of reach of scripts, not sent along by other sites' forms, and over https bound to
 * it (the `__Secure-` prefix makes browsers insist).
 */
export function sessionCookie(): CookieSettings {
  const secure = env().NEXTAUTH_URL.startsWith("https:");
  return {
    name: secure ? "__Secure-lading.session" : "lading.session",
    options: { httpOnly: true, sameSite: "lax", path: "/", secure },
  };
}

/** The value of the session cookie in a request's `Cookie` header, if it carries one. */
export function readSessionCookie(headers: Headers): string | undefined {
  const prefix = `${sessionCookie().name}=`;
  const pairs = (headers.get("cookie") ?? "").split(/;\s*/);
  return pairs.find((pair) => pair.startsWith(prefix))?.slice(prefix.length) || undefined;
}

/** The `Set-Cookie` header that puts a sealed session in the place of the browser's present one. */
export function setSessionCookie(token: string, maxAgeSeconds: number): string {
  const { name, options } = sessionCookie();
  const secure = options.secure ? "; Secure" : "";
  return `${name}=${token}; Path=${options.path}; Max-Age=${maxAgeSeconds}; HttpOnly; SameSite=Lax${secure}`;
}
