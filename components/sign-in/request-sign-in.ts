type Answer = { ok: true } | { ok: false; code: string };

/** Signs in with next-auth's own two requests. A refusal's `code` is for `refusalSentence`; throws when offline. */
export async function requestSignIn(email: string, password: string): Promise<Answer> {
  const response = await postToAuth("callback/credentials", { email, password });
  if (response.ok) return { ok: true };
  const { url } = (await response.json()) as { url?: string };
  const code = url && new URL(url, window.location.origin).searchParams.get("error");
  return { ok: false, code: code || "unavailable" };
}

/** Ends the session on the server and forgets its cookie. */
export async function requestSignOut(): Promise<void> {
  await postToAuth("signout", {});
}

async function postToAuth(action: string, fields: Record<string, string>): Promise<Response> {
  const csrf = await fetch("/api/auth/csrf", { cache: "no-store" });
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  return fetch(`/api/auth/${action}`, {
    method: "POST",
    body: new URLSearchParams({ ...fields, csrfToken, json: "true", callbackUrl: window.location.origin }),
  });
}
