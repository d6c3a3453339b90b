import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";

/** The name that colleagues see. The frame around the page shows it too, so the page is drawn anew. */
export function ChangeName({ name }: { name: string }) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<string>();
  const save = useMutation(
    trpc.account.rename.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.account.pathFilter());
        setDraft(undefined);
        router.refresh();
      },
    }),
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ name: draft ?? name });
  };
  return (
    <Section id="name" title="Name">
      <form onSubmit={submit} noValidate aria-busy={save.isPending} className="grid gap-3">
        <TextField
          id="account-name"
          label="Name"
          value={draft ?? name}
          onChange={setDraft}
          autoComplete="name"
          error={save.error?.message}
        />
        <div className="flex items-center gap-3">
          <Button type="submit" className="max-sm:h-10" aria-disabled={save.isPending}>
            {save.isPending ? "Saving…" : "Save name"}
          </Button>
          <p aria-live="polite" className="text-done text-sm">
            {save.isSuccess && draft === undefined && "Saved."}
          </p>
        </div>
      </form>
    </Section>
  );
}
