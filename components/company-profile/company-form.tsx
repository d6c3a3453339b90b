import { useMutation, useQueryClient } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import type { GeneralInfo, UpdateCompany } from "#server/company-profile/schemas.ts";
import { TimeZoneField } from "./time-zone-field.tsx";

/** Name and time zone of the company, saved together. */
export function CompanyForm({ company }: { company: GeneralInfo["company"] }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const router = useRouter();
  const [draft, setDraft] = useState<Partial<UpdateCompany>>({});
  const save = useMutation(
    trpc.companyProfile.updateCompany.mutationOptions({
      onSuccess: async () => {
        await queryClient.invalidateQueries(trpc.companyProfile.pathFilter());
        setDraft({});
        // The frame of the page shows the name, and every time on it the zone.
        router.refresh();
      },
    }),
  );
  const fields = { ...company, ...draft };
  const set = (change: Partial<UpdateCompany>) => {
    setDraft((current) => ({ ...current, ...change }));
    if (!save.isPending) save.reset();
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate(fields);
  };
  const errors = save.error?.data?.fieldErrors ?? {};
  const refusal = save.error && Object.keys(errors).length === 0 ? save.error.message : undefined;
  return (
    <Section id="company" title="Company">
      <form onSubmit={submit} noValidate aria-busy={save.isPending} className="grid gap-4">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            id="company-name"
            label="Company name"
            value={fields.name}
            onChange={(name) => set({ name })}
            error={errors.name}
            autoComplete="organization"
          />
          <TimeZoneField
            id="company-time-zone"
            value={fields.timeZone}
            onChange={(timeZone) => set({ timeZone })}
            error={errors.timeZone}
            hint="The nightly sync with OTR Solutions runs at 02:00 in it, and Lading shows every time in it."
          />
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" className="max-sm:h-10" aria-disabled={save.isPending}>
            {save.isPending ? "Saving…" : "Save company"}
          </Button>
          <p aria-live="polite" className="text-sm">
            {save.isSuccess && <span className="text-done">Saved.</span>}
            {refusal && <span className="text-failed">{refusal}</span>}
          </p>
        </div>
      </form>
    </Section>
  );
}
