"use client";

import { type FormEvent, useEffect, useRef, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Input } from "#components/ui/input.tsx";
import { Label } from "#components/ui/label.tsx";
import { refusalSentence } from "#server/auth/rules/sign-in-refusal.ts";
import { requestSignIn } from "./request-sign-in.ts";

type Props = {
  /** Where to go afterwards: a path on this site. */
  next: string;
  /** A refusal's code, when next-auth sent the person back here. */
  refusedWith?: string;
};

/** E-mail and password; the whole page is loaded anew afterwards, so nothing of an earlier session stays. */
export function SignInForm({ next, refusedWith }: Props) {
  const [pending, setPending] = useState(false);
  const [code, setCode] = useState(refusedWith);
  const password = useRef<HTMLInputElement>(null);

  // The password is what people mend, and a field can't be focused while it is disabled.
  useEffect(() => {
    if (code && !pending) password.current?.select();
  }, [code, pending]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    setPending(true);
    setCode(undefined);
    const answer = await requestSignIn(String(form.get("email")), String(form.get("password"))).catch(() => ({
      ok: false as const,
      code: "unavailable",
    }));
    if (answer.ok) return window.location.assign(next);
    setPending(false);
    setCode(answer.code);
  }

  return (
    <form method="post" onSubmit={submit} className="grid gap-4" aria-busy={pending}>
      <div className="grid gap-1.5">
        <Label htmlFor="email">E-mail</Label>
        <Input
          id="email"
          name="email"
          type="email"
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          required
          autoFocus
          className="h-10"
        />
      </div>
      <div className="grid gap-1.5">
        <Label htmlFor="password">Password</Label>
        <Input
          id="password"
          name="password"
          type="password"
          autoComplete="current-password"
          required
          maxLength={200}
          ref={password}
          aria-describedby="sign-in-refusal"
          className="h-10"
        />
      </div>
      <p id="sign-in-refusal" aria-live="polite" className="min-h-10 text-failed text-sm">
        {code && refusalSentence(code)}
      </p>
      <Button type="submit" variant="primary" size="lg" aria-disabled={pending}>
        {pending ? "Signing in…" : "Sign in"}
      </Button>
    </form>
  );
}
