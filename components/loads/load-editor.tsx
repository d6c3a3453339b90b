import { useMutation, useQuery, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CustomerRow } from "#server/customers/schemas.ts";
import type { LoadFieldsInput } from "#server/loads/rules/load-fields.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";
import { ChargeLines } from "./charge-lines.tsx";
import { CustomerField, factoringHint } from "./customer-field.tsx";
import { LoadCharges } from "./load-charges.tsx";
import { toEntry } from "./load-entry.ts";
import { LoadFields } from "./load-fields.tsx";
import { useFocusInvalid } from "./use-focus-invalid.ts";

/**
 * A load to be corrected (R18): all of it, or what its invoice leaves blank. Untouched fields follow what others save
 * meanwhile.
 */
export function LoadEditor({ load }: { load: LoadDetails }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const { data: subsidiaries = [{ id: load.subsidiaryId, name: load.subsidiaryName }] } = useQuery(
    trpc.subsidiaries.list.queryOptions(),
  );
  const [draft, setDraft] = useState<Partial<LoadFieldsInput>>({});
  const [customer, setCustomer] = useState<CustomerRow>();
  const stored = toEntry(load);
  const entry = { ...stored, ...draft };
  const isTouched = Object.keys(draft).length > 0;
  const save = useMutation(
    trpc.loads.update.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === "saved") {
          queryClient.setQueryData(trpc.loads.get.queryKey({ loadId: load.id }), result.load);
        }
        void queryClient.invalidateQueries(trpc.loads.pathFilter());
      },
    }),
  );
  const set = (change: Partial<LoadFieldsInput>) => {
    setDraft((current) => ({ ...current, ...change }));
    if (!save.isIdle && !save.isPending) save.reset();
  };
  const discard = () => {
    setDraft({});
    setCustomer(undefined);
    save.reset();
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (save.isPending) return;
    // What was typed while the save was on its way stays.
    save.mutate(
      { loadId: load.id, ...entry },
      {
        onSuccess: ({ kind }) => kind === "saved" && setDraft((now) => (now === draft ? {} : now)),
      },
    );
  };
  const refused = save.data?.kind === "refused" ? save.data : undefined;
  const errors: Record<string, string> = {
    ...save.error?.data?.fieldErrors,
    ...(refused?.field ? { [refused.field]: refused.sentence } : {}),
  };
  const hasErrors = Object.keys(errors).length > 0;
  const problem = refused && !refused.field ? refused.sentence : hasErrors ? undefined : save.error?.message;
  const form = useFocusInvalid(hasErrors);

  const isInvoiced = load.correction.allows === "blanks";
  const isFixed = (name: keyof LoadFieldsInput) => isInvoiced && stored[name] !== "";
  return (
    <form ref={form} onSubmit={onSubmit} noValidate aria-busy={save.isPending} className="grid gap-8">
      <Section id="load" title="Load" about={load.correction.sentence}>
        <LoadFields
          entry={entry}
          set={set}
          errors={errors}
          subsidiaries={subsidiaries}
          isFixed={isFixed}
          poHint={entry.poNumber === "" ? "Without a PO number the load can't be submitted." : undefined}
          customer={
            <CustomerField
              chosen={customer?.name ?? load.customer.name}
              onChoose={(row) => {
                setCustomer(row);
                set({ customerId: row.id });
              }}
              error={errors.customerId}
              hint={factoringHint(customer, entry.subsidiaryId)}
              readOnly={isInvoiced}
            />
          }
        />
      </Section>
      {isInvoiced ? (
        <LoadCharges load={load} />
      ) : (
        <Section id="charges" title="Charges">
          <ChargeLines lines={entry.lines} onChange={(lines) => set({ lines })} errors={errors} />
        </Section>
      )}
      {problem && <Alert meaning="failed">{problem}</Alert>}
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="outline" aria-disabled={save.isPending || !isTouched}>
          {save.isPending ? "Saving…" : "Save changes"}
        </Button>
        {isTouched && (
          <Button variant="ghost" onClick={discard}>
            Discard
          </Button>
        )}
        <p aria-live="polite" className="text-sm">
          {save.data?.kind === "saved" && !isTouched && <span className="text-done">Saved.</span>}
          {isTouched && !save.isPending && !hasErrors && !problem && (
            <span className="text-muted-foreground">Not saved yet.</span>
          )}
          {hasErrors && <span className="text-failed">Nothing was saved. See the fields marked above.</span>}
        </p>
      </div>
    </form>
  );
}
