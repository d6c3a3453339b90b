/** A signed-in person who talks to the running app over HTTP alone, as the browser does. */
export type ApiSession = {
  /** Calls a tRPC query. Throws an Error with the server's sentence. */
  query<T>(procedure: string, input?: unknown): Promise<T>;
  /** Calls a tRPC mutation. Throws an Error with the server's sentence. */
  mutate<T>(procedure: string, input?: unknown): Promise<T>;
  /** Any page or download, with the session's cookie. */
  fetch(path: string, init?: RequestInit): Promise<Response>;
  /** What a browser needs to be signed in too. */
  cookies(): { name: string; value: string; url: string }[];
};

type TrpcAnswer<T> = { result: { data: T } } | { error: { message: string } };

/** Signs in with e-mail and password. Throws an Error when the app refuses. */
export async function signIn(baseUrl: string, email: string, password: string): Promise<ApiSession> {
  const jar = new Map<string, string>();
  const csrf = await request(baseUrl, jar, "/api/auth/csrf");
  const { csrfToken } = (await csrf.json()) as { csrfToken: string };
  const answer = await request(baseUrl, jar, "/api/auth/callback/credentials", {
    method: "POST",
    headers: { "content-type": "application/x-www-form-urlencoded" },
    body: new URLSearchParams({ csrfToken, email, password, json: "true" }),
  });
  if (!answer.ok) throw new Error(`Sign-in of ${email} was refused with ${answer.status}.`);

  const origin = new URL(baseUrl).origin;
  return {
    query: async (procedure, input) =>
      unwrap(
        await request(
          baseUrl,
          jar,
          `/api/trpc/${procedure}${input === undefined ? "" : `?input=${encodeURIComponent(JSON.stringify(input))}`}`,
        ),
      ),
    mutate: async (procedure, input) =>
      unwrap(
        await request(baseUrl, jar, `/api/trpc/${procedure}`, {
          method: "POST",
          headers: { "content-type": "application/json", origin },
          body: JSON.stringify(input ?? {}),
        }),
      ),
    fetch: (path, init) => request(baseUrl, jar, path, { headers: { origin }, ...init }),
    cookies: () => [...jar].map(([name, value]) => ({ name, value, url: origin })),
  };
}

async function unwrap<T>(response: Response): Promise<T> {
  const answer = (await response.json()) as TrpcAnswer<T>;
  if ("error" in answer) throw new Error(answer.error.message);
  return answer.result.data;
}

async function request(
  baseUrl: string,
  jar: Map<string, string>,
  path: string,
  init: RequestInit = {},
): Promise<Response> {
  const headers = new Headers(init.headers);
  headers.set("cookie", [...jar].map(([name, value]) => `${name}=${value}`).join("; "));
  const response = await fetch(new URL(path, baseUrl), { redirect: "manual", ...init, headers });
  for (const cookie of response.headers.getSetCookie()) {
    const [pair = ""] = cookie.split(";");
    const at = pair.indexOf("=");
    jar.set(pair.slice(0, at), pair.slice(at + 1));
  }
  return response;
}
