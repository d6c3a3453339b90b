import type { TokenReply } from "#server/otr/api-types.ts";
import { type Call, jsonBody } from "../call.ts";
import { invalidRequest, json } from "../replies.ts";
import type { Sandbox } from "../sandbox.ts";
import type { Reply } from "../sandbox-types.ts";

/** Signs in with a form of username and password, or a refresh token (OTR §2.2, §12.2). */
export function answerToken(call: Call, sandbox: Sandbox): Reply {
  const form = formOf(call, sandbox);
  if (!form) return invalidRequest;
  const username = usernameOf(form, sandbox);
  if (!username) return json(sandbox.data.choices.badCredentialsStatus, { error: "invalid_grant" });
  const lifetime = sandbox.data.choices.tokenLifetimeSeconds;
  const { access, refresh } = sandbox.tokens.issue(username, sandbox.now() + lifetime * 1000);
  return json(200, {
    access_token: access,
    refresh_token: refresh,
    token_type: "bearer",
    expires_in: lifetime,
  } satisfies TokenReply);
}

function formOf(call: Call, { data }: Sandbox): URLSearchParams | undefined {
  const type = call.headers["content-type"] ?? "";
  if (type.startsWith("application/x-www-form-urlencoded"))
    return new URLSearchParams(call.body.toString("utf8"));
  if (data.choices.jsonTokenBody === "refuse" || !type.startsWith("application/json")) return undefined;
  const body = jsonBody(call) ?? {};
  return new URLSearchParams(Object.entries(body).map(([key, value]) => [key, String(value)]));
}

function usernameOf(form: URLSearchParams, sandbox: Sandbox): string | undefined {
  const refresh = form.get("refresh_token");
  if (form.get("grant_type") === "refresh_token" && refresh) {
    return sandbox.data.choices.refreshGrant ? sandbox.tokens.usernameOfRefresh(refresh) : undefined;
  }
  const login = sandbox.data.logins.get(form.get("username") ?? "");
  return login && login.password === form.get("password") ? login.username : undefined;
}
