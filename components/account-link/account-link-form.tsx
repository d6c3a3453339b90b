"use client";

import { type FormEvent, useState } from "react";
import { requestSignIn } from "#components/sign-in/request-sign-in.ts";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { AccountLinkKind } from "#server/users/rules/account-link.ts";
import { type LinkRefusal, linkRefusalSentence } from "#server/users/rules/link-refusal.ts";
import { MIN_PASSWORD_LENGTH } from "#server/users/rules/new-password.ts";
import { NewPasswordField } from "./new-password-field.tsx";
import { redeemLink } from "./redeem-link.ts";

type Props = { kind: AccountLinkKind; token: string; email: string };

const WORDS = {
  invitation: {
    label: "Password",
    hint: `At least ${MIN_PASSWORD_LENGTH} characters. If you sign in to Lading with this e-mail already, enter the password you have.`,
    button: "Join",
  },
  password_reset: {
    label: "New password",
    hint: `At least ${MIN_PASSWORD_LENGTH} characters; a few words in a row are easy to remember.`,
    button: "Save and sign in",
  },
} as const satisfies Record<AccountLinkKind, { label: string; hint: string; button: string }>;

/** Uses the link up and signs in; the page is loaded anew, so nothing of an earlier session stays in the tab. */
export function AccountLinkForm({ kind, token, email }: Props) {
  const [password, setPassword] = useState("");
  const [pending, setPending] = useState(false);
  const [refusal, setRefusal] = useState<LinkRefusal>();
  const { label, hint, button } = WORDS[kind];

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    setPending(true);
    setRefusal(undefined);
    const answer = await redeemLink(token, password);
    if (answer.ok) {
      const signedIn = await requestSignIn(answer.email, password);
      return window.location.assign(signedIn.ok ? "/" : "/sign-in");
    }
    setPending(false);
    setRefusal(answer.refusal);
  }

  const sentence = refusal && linkRefusalSentence(refusal, kind);
  return (
    <form method="post" onSubmit={submit} aria-busy={pending} className="grid gap-4">
      <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
      <NewPasswordField
        id="link-password"
        label={label}
        hint={hint}
        error={refusal?.reason === "password" ? sentence : undefined}
        value={password}
        onChange={setPassword}
      />
      {refusal && refusal.reason !== "password" && <Alert meaning="failed">{sentence}</Alert>}
      <Button type="submit" variant="primary" size="lg" aria-disabled={pending}>
        {pending ? "One moment…" : button}
      </Button>
    </form>
  );
}
