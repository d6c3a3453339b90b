"use client";

import { skipToken, useMutation, useQuery, useQueryClient, useSuspenseQuery } from "@tanstack/react-query";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { EmptyState } from "#components/layout/empty-state.tsx";
import { PageHeader } from "#components/layout/page-header.tsx";
import { Section } from "#components/layout/section.tsx";
import { useLive } from "#components/providers/live.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Alert } from "#components/ui/alert.tsx";
import { Button } from "#components/ui/button.tsx";
import type { CustomerRow } from "#server/customers/schemas.ts";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { LoadFieldsInput } from "#server/loads/rules/load-fields.ts";
import { ChargeLines } from "./charge-lines.tsx";
import { CustomerField, factoringHint } from "./customer-field.tsx";
import { BLANK_LOAD } from "./load-entry.ts";
import { LoadFields } from "./load-fields.tsx";
import { useFocusInvalid } from "./use-focus-invalid.ts";

/** A load to be entered (R18). */
export function NewLoad() {
  const trpc = useTRPC();
  const { data: subsidiaries } = useSuspenseQuery(trpc.subsidiaries.list.queryOptions());
  const [first] = subsidiaries;
  return (
    <>
      <nav aria-label="Breadcrumb" className="px-4 pt-3 text-sm md:px-6">
        <Link href="/loads" className="text-link underline-offset-4 hover:underline">
          Loads
        </Link>
      </nav>
      <PageHeader title="New load" context="It begins as Open; what is left blank can be entered later." />
      {first ? (
        <NewLoadForm subsidiaries={subsidiaries} firstId={first.id} />
      ) : (
        <EmptyState title="There is no subsidiary yet">
          A load belongs to a subsidiary. Ask an Admin to add one under Company Profile.
        </EmptyState>
      )}
    </>
  );
}

type NewLoadFormProps = { subsidiaries: { id: SubsidiaryId; name: string }[]; firstId: SubsidiaryId };

function NewLoadForm({ subsidiaries, firstId }: NewLoadFormProps) {
  const trpc = useTRPC();
  const router = useRouter();
  const queryClient = useQueryClient();
  const [entry, setEntry] = useState<LoadFieldsInput>({ ...BLANK_LOAD, subsidiaryId: firstId });
  const [typedNumber, setTypedNumber] = useState<string>();
  const [customer, setCustomer] = useState<CustomerRow>();
  // One per form as filled in: pressed twice, or sent again after a lost answer, it is one load.
  const [requestKey, setRequestKey] = useState(() => crypto.randomUUID());
  const { subsidiaryId } = entry;
  const chosen = subsidiaries.find(({ id }) => id === subsidiaryId);
  const suggested = useQuery(
    trpc.loads.nextNumber.queryOptions(chosen ? { subsidiaryId: chosen.id } : skipToken),
  );
  useLive(["load"], [trpc.loads.nextNumber.pathKey()]);
  const create = useMutation(
    trpc.loads.create.mutationOptions({
      onSuccess: (result) => {
        void queryClient.invalidateQueries(trpc.loads.pathFilter());
        if (result.kind === "created") router.push(`/loads/${result.loadId}`);
      },
    }),
  );
  const isSent = create.isPending || create.data?.kind === "created";
  const set = ({ loadNumber, ...change }: Partial<LoadFieldsInput>) => {
    if (loadNumber !== undefined) setTypedNumber(loadNumber);
    setEntry((current) => ({ ...current, ...change }));
    if (create.isIdle || isSent) return;
    create.reset();
    setRequestKey(crypto.randomUUID());
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!isSent) create.mutate({ ...shown, requestKey });
  };
  const shown = { ...entry, loadNumber: typedNumber ?? suggested.data ?? "" };
  const errors: Record<string, string> = {
    ...create.error?.data?.fieldErrors,
    ...(create.data?.kind === "refused" ? { [create.data.field]: create.data.sentence } : {}),
  };
  const problem = create.error && Object.keys(errors).length === 0 ? create.error.message : undefined;
  const hasErrors = Object.keys(errors).length > 0;
  const form = useFocusInvalid(hasErrors);

  return (
    <form
      ref={form}
      onSubmit={onSubmit}
      noValidate
      aria-busy={create.isPending}
      className="grid max-w-4xl gap-8 px-4 pt-2 pb-12 md:px-6"
    >
      <LoadFields
        entry={shown}
        set={set}
        errors={errors}
        subsidiaries={subsidiaries}
        customer={
          <CustomerField
            chosen={customer?.name ?? ""}
            onChoose={(row) => {
              setCustomer(row);
              set({ customerId: row.id });
            }}
            error={errors.customerId}
            hint={factoringHint(customer, subsidiaryId)}
          />
        }
      />
      <Section id="charges" title="Charges">
        <ChargeLines lines={entry.lines} onChange={(lines) => set({ lines })} errors={errors} />
      </Section>
      <div className="flex flex-wrap items-center gap-3">
        <Button type="submit" variant="primary" aria-disabled={isSent}>
          {isSent ? "Creating…" : "Create load"}
        </Button>
        <Button asChild variant="ghost">
          <Link href="/loads">Cancel</Link>
        </Button>
        <p aria-live="polite" className="text-failed text-sm">
          {hasErrors && "Nothing was created. See the fields marked above."}
        </p>
      </div>
      {problem && <Alert meaning="failed">{problem}</Alert>}
    </form>
  );
}
