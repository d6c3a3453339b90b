import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { Section } from "#components/layout/section.tsx";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import { TextField } from "#components/ui/text-field.tsx";
import { laneOf } from "#server/loads/rules/lane.ts";
import type { LoadDetails } from "#server/loads/schemas.ts";

type Fields = Pick<
  LoadDetails,
  "poNumber" | "originCity" | "originState" | "destinationCity" | "destinationState"
>;

const LANE = [
  { name: "originCity", label: "From city" },
  { name: "originState", label: "State" },
  { name: "destinationCity", label: "To city" },
  { name: "destinationState", label: "State" },
] as const satisfies { name: keyof Fields; label: string }[];

/** PO number and lane: to be corrected until OTR has the invoice, then to be read. */
export function LoadCorrection({ load }: { load: LoadDetails }) {
  if (load.locked === null) return <CorrectionForm key={load.id} load={load} />;
  return (
    <Section id="lane" title="PO number and lane" about={load.locked}>
      <p id="po-number" className="text-sm tabular-nums">
        PO {load.poNumber || "missing"} · {laneOf(load)}
      </p>
    </Section>
  );
}

function CorrectionForm({ load }: { load: LoadDetails }) {
  const trpc = useTRPC();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Partial<Fields>>({});
  const save = useMutation(
    trpc.loads.update.mutationOptions({
      onSuccess: (result) => {
        if (result.kind === "saved") setDraft({});
        void queryClient.invalidateQueries(trpc.loads.pathFilter());
      },
    }),
  );
  const { poNumber, originCity, originState, destinationCity, destinationState } = load;
  const fields: Fields = { poNumber, originCity, originState, destinationCity, destinationState, ...draft };
  const errors = save.error?.data?.fieldErrors ?? {};
  const refusal = save.data?.kind === "refused" ? save.data.sentence : save.error?.message;
  const set = (name: keyof Fields) => (value: string) =>
    setDraft((current) => ({ ...current, [name]: value }));
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!save.isPending) save.mutate({ loadId: load.id, ...fields });
  };
  return (
    <Section id="lane" title="PO number and lane" about="They go to OTR with the invoice.">
      <form onSubmit={onSubmit} noValidate className="grid gap-4">
        <TextField
          id="po-number"
          label="PO number"
          value={fields.poNumber}
          onChange={set("poNumber")}
          error={errors.poNumber}
          hint={fields.poNumber === "" ? "Without a PO number the load can't be submitted." : undefined}
        />
        <div className="grid grid-cols-[minmax(0,1fr)_72px] gap-4 sm:grid-cols-[minmax(0,1fr)_72px_minmax(0,1fr)_72px]">
          {LANE.map(({ name, label }) => (
            <TextField
              key={name}
              id={name}
              label={label}
              value={fields[name]}
              onChange={set(name)}
              error={errors[name]}
            />
          ))}
        </div>
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" variant="primary" aria-disabled={save.isPending}>
            {save.isPending ? "Saving…" : "Save"}
          </Button>
          <p aria-live="polite" className="text-sm">
            {save.data?.kind === "saved" && <span className="text-done">Saved.</span>}
            {refusal && <span className="text-failed">{refusal}</span>}
          </p>
        </div>
      </form>
    </Section>
  );
}
