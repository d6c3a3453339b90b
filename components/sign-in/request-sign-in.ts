type Answer = { ok: true } | { ok: false; code: string };

/** Signs in with next-auth's own two requests. A refusal's `code` is for `refusalSentence`. */
export async function requestSignIn(email: string, password: string): Promise<Answer> {
  try {
    const response = await postToAuth("callback/credentials", { email, password });
    if (response.ok) return { ok: true };
    const { url } = (await response.json()) as { url: string };
    return { ok: false, code: new URL(url).searchParams.get("error") ?? "unavailable" };
  } catch {
    // No connection, or an answer that isn't next-auth's: a proxy's error page.
    return { ok: false, code: "unavailable" };
  }
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
