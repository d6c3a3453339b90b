import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { type ReactNode, useState } from "react";
import { useSettled } from "#components/layout/use-settled.ts";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Combobox } from "#components/ui/combobox.tsx";
import type { CustomerRow } from "#server/customers/schemas.ts";

type CustomerPickerProps = {
  id: string;
  /** The name of the chosen customer; empty while none is. */
  chosen: string;
  onChoose: (customer: CustomerRow) => void;
  error?: string;
  hint?: ReactNode;
  hideLabel?: boolean;
  placeholder?: string;
  className?: string;
};

const PAUSE_MS = 200;
const SHOWN = 20;

/** Finds a customer by a part of its name or city, or by its MC number; the server searches. */
export function CustomerPicker(props: CustomerPickerProps) {
  const trpc = useTRPC();
  const [typed, setTyped] = useState<string>();
  const wanted = useSettled(typed?.trim() ?? "", PAUSE_MS);
  const found = useQuery(
    trpc.customers.list.queryOptions(
      { search: wanted.slice(0, 80) || null },
      { enabled: typed !== undefined, placeholderData: keepPreviousData },
    ),
  );
  const options = (found.data?.rows ?? [])
    .slice(0, SHOWN)
    .map((row) => ({ ...row, label: row.name, note: noteOf(row) }));
  return (
    <Combobox
      {...props}
      label="Customer"
      options={options}
      onType={setTyped}
      searching={found.isFetching || typed?.trim() !== wanted}
      none={found.isError ? found.error.message : "No customer of that name or MC number."}
      placeholder={props.placeholder ?? "Name or MC number"}
    />
  );
}

function noteOf({ mcNumber, city, state }: CustomerRow): string {
  const place = [city, state].filter(Boolean).join(", ");
  return [mcNumber ? `MC ${mcNumber}` : "No MC", place].filter(Boolean).join(" · ");
}
