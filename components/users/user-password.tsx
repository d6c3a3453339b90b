import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { UserRow } from "#server/users/schemas.ts";
import { LinkOnce } from "./link-once.tsx";

type Props = { user: UserRow; refusal?: string };

/** A link with which the user sets a new password: nobody else ever knows it. */
export function UserPassword({ user, refusal }: Props) {
  const trpc = useTRPC();
  const make = useMutation(trpc.users.makeResetLink.mutationOptions());
  return (
    <section aria-labelledby="user-password-title" className="grid gap-2 border-t pt-3">
      <h3 id="user-password-title" className="font-medium text-sm">
        Password
      </h3>
      {make.data ? (
        <LinkOnce link={make.data} recipient={user.name} />
      ) : (
        <>
          <p className="text-muted-foreground text-sm">
            {refusal ??
              "A link lets them set a new one within 24 hours. When they use it, they are signed out everywhere."}
          </p>
          {!refusal && (
            <Button
              className="justify-self-start max-sm:h-10"
              disabled={make.isPending}
              onClick={() => make.mutate({ userId: user.userId })}
            >
              Reset password
            </Button>
          )}
        </>
      )}
      {make.error && <Alert meaning="failed">{make.error.message}</Alert>}
    </section>
  );
}
