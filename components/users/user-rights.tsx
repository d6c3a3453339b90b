import { useMutation } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { Membership } from "#server/auth/rules/permissions.ts";
import type { UserRow } from "#server/users/schemas.ts";
import { RightsFields } from "./rights-fields.tsx";
import { useRefreshUsers } from "./use-refresh-users.ts";

type Props = { user: UserRow; by: Membership; roleRefusal?: string; billingRefusal?: string };

/** Role and Billing of a user; what was changed is saved together. */
export function UserRights({ user, by, roleRefusal, billingRefusal }: Props) {
  const trpc = useTRPC();
  const onSettled = useRefreshUsers();
  const setRole = useMutation(trpc.users.setRole.mutationOptions({ onSettled }));
  const setBilling = useMutation(trpc.users.setBilling.mutationOptions({ onSettled }));
  const [draft, setDraft] = useState<Membership>();
  const rights = draft ?? { role: user.role, billing: user.billing };
  const changed = rights.role !== user.role || rights.billing !== user.billing;
  const pending = setRole.isPending || setBilling.isPending;
  const error = setRole.error ?? setBilling.error;
  const save = async () => {
    const { userId } = user;
    if (rights.role !== user.role) await setRole.mutateAsync({ userId, role: rights.role });
    if (rights.billing !== user.billing) await setBilling.mutateAsync({ userId, billing: rights.billing });
    setDraft(undefined);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A refusal is shown from the mutation that was refused.
    if (!pending && changed) save().catch(() => undefined);
  };
  return (
    <form onSubmit={submit} aria-busy={pending} className="grid gap-3">
      <RightsFields
        by={by}
        rights={rights}
        onChange={setDraft}
        roleRefusal={roleRefusal}
        billingRefusal={billingRefusal}
      />
      {error && <Alert meaning="failed">{error.message}</Alert>}
      <div className="flex items-center gap-3">
        <Button type="submit" variant="primary" className="max-sm:h-10" aria-disabled={pending || !changed}>
          {pending ? "Saving…" : "Save"}
        </Button>
        <p aria-live="polite" className="text-done text-sm">
          {!changed && !error && (setRole.isSuccess || setBilling.isSuccess) && "Saved."}
        </p>
      </div>
    </form>
  );
}
