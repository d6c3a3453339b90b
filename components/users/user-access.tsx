import { useMutation } from "@tanstack/react-query";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { UserRow } from "#server/users/schemas.ts";
import { useRefreshUsers } from "./use-refresh-users.ts";

type Props = { user: UserRow; refusal?: string };

/** Whether the user may sign in; one press ends it, another gives it back. */
export function UserAccess({ user: { userId, active }, refusal }: Props) {
  const trpc = useTRPC();
  const onSettled = useRefreshUsers();
  const deactivate = useMutation(trpc.users.deactivate.mutationOptions({ onSettled }));
  const reactivate = useMutation(trpc.users.reactivate.mutationOptions({ onSettled }));
  const { mutate, isPending } = active ? deactivate : reactivate;
  const error = deactivate.error ?? reactivate.error;
  return (
    <section aria-labelledby="user-access-title" className="grid gap-2 border-t pt-3">
      <h3 id="user-access-title" className="font-medium text-sm">
        Access
      </h3>
      <p aria-live="polite" className="text-muted-foreground text-sm">
        {refusal ??
          (active
            ? "Deactivated, they are signed out everywhere at once, and invitations they made stop working. What they did stays."
            : "This user is deactivated and can't sign in. Reactivated, they have the rights and password they had.")}
      </p>
      {!refusal && (
        <Button
          className="justify-self-start max-sm:h-10"
          disabled={isPending}
          onClick={() => mutate({ userId })}
        >
          {active ? "Deactivate" : "Reactivate"}
        </Button>
      )}
      {error && <Alert meaning="failed">{error.message}</Alert>}
    </section>
  );
}
