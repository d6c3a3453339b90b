"use client";

import { type FormEvent, type ReactNode, useEffect, useRef, useState } from "react";
import { refusalSentence } from "#server/auth/rules/sign-in-refusal.ts";
import { requestSignIn } from "./request-sign-in.ts";

type Props = {
  /** Where to go afterwards: a path on this site. */
  next: string;
  /** A refusal's code, when next-auth sent the person back here. */
  refusedWith?: string;
  /** The fields `email` and `password`, and the button. */
  children: ReactNode;
};

/**
 * Sends the fields within it, which come from the server as plain markup, so that this page stays small. The
 * page is loaded anew afterwards: nothing of an earlier session stays in the tab.
 */
export function SignInForm({ next, refusedWith, children }: Props) {
  const [pending, setPending] = useState(false);
  const [code, setCode] = useState(refusedWith);
  const form = useRef<HTMLFormElement>(null);

  // The password is what people mend.
  useEffect(() => {
    const password = code && form.current?.elements.namedItem("password");
    if (password instanceof HTMLInputElement) password.select();
  }, [code]);

  async function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    if (pending) return;
    const fields = new FormData(event.currentTarget);
    setPending(true);
    setCode(undefined);
    const answer = await requestSignIn(String(fields.get("email")), String(fields.get("password")));
    if (answer.ok) return window.location.assign(next);
    setPending(false);
    setCode(answer.code);
  }

  return (
    <form ref={form} method="post" onSubmit={submit} aria-busy={pending} className="group grid gap-4">
      {children}
      <p id="sign-in-refusal" aria-live="polite" className="min-h-10 text-failed text-sm">
        {code && refusalSentence(code)}
      </p>
    </form>
  );
}
