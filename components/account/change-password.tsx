import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { NewPasswordField } from "#components/account-link/new-password-field.tsx";
import { Section } from "#components/layout/section.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import { MIN_PASSWORD_LENGTH } from "#server/users/rules/new-password.ts";
import { PresentPassword } from "./present-password.tsx";

const EMPTY = { current: "", next: "" };

/** Another password for oneself. It ends every other sign-in. */
export function ChangePassword({ email }: { email: string }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [fields, setFields] = useState(EMPTY);
  const change = useMutation(
    trpc.account.changePassword.mutationOptions({
      onSuccess: async (answer) => {
        if (answer.kind === "changed") setFields(EMPTY);
        await queryClient.invalidateQueries(trpc.account.pathFilter());
      },
    }),
  );
  const inputErrors = change.error?.data?.fieldErrors ?? {};
  const errorOf = (field: "current" | "next") =>
    change.data?.kind === "refused" && change.data.field === field
      ? change.data.sentence
      : inputErrors[field];
  const refusal = change.error && Object.keys(inputErrors).length === 0 ? change.error.message : undefined;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!change.isPending) change.mutate(fields);
  };
  return (
    <Section
      id="password"
      title="Password"
      about="Changing it signs you out everywhere but here, in case somebody else knows the present one."
    >
      <form onSubmit={submit} noValidate aria-busy={change.isPending} className="grid gap-3">
        <input type="text" name="username" autoComplete="username" value={email} readOnly hidden />
        <PresentPassword
          value={fields.current}
          onChange={(current) => setFields({ ...fields, current })}
          error={errorOf("current")}
        />
        <NewPasswordField
          id="next-password"
          label="New password"
          hint={`At least ${MIN_PASSWORD_LENGTH} characters; a few words in a row are easy to remember.`}
          error={errorOf("next")}
          value={fields.next}
          onChange={(next) => setFields({ ...fields, next })}
        />
        {refusal && <Alert meaning="failed">{refusal}</Alert>}
        <div className="flex items-center gap-3">
          <Button type="submit" className="max-sm:h-10" aria-disabled={change.isPending}>
            {change.isPending ? "Changing…" : "Change password"}
          </Button>
          <p aria-live="polite" className="text-done text-sm">
            {change.data?.kind === "changed" &&
              fields === EMPTY &&
              "Changed. Your other sign-ins have ended."}
          </p>
        </div>
      </form>
    </Section>
  );
}
