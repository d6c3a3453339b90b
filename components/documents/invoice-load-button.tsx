import { useMutation } from "@tanstack/react-query";
import dynamic from "next/dynamic";
import { useState } from "react";
import { useTRPC } from "#components/providers/trpc-provider.tsx";
import { Button } from "#components/ui/button.tsx";
import type { LoadPapers } from "#server/documents/schemas.ts";
import type { NumberWanted } from "#server/invoicing/schemas.ts";
import { PAPER_NOTES_ID } from "./paper-notes.tsx";
import { useRefreshLoad } from "./use-papers.ts";

const FirstNumberDialog = dynamic(
  () => import("./first-number-dialog.tsx").then((m) => m.FirstNumberDialog),
  {
    ssr: false,
  },
);

/** Invoice Load: gives the load its invoice at once (R19), after asking where a new series of numbers begins. */
export function InvoiceLoadButton({ papers: { loadId, invoiceBlockers } }: { papers: LoadPapers }) {
  const trpc = useTRPC();
  const refresh = useRefreshLoad();
  const [wanted, setWanted] = useState<NumberWanted>();
  const invoice = useMutation(
    trpc.documents.invoiceLoad.mutationOptions({
      onSuccess: (result) => setWanted(result.kind === "number_wanted" ? result.wanted : undefined),
      onSettled: refresh,
    }),
  );
  const isBlocked = invoiceBlockers.length > 0;
  const close = () => {
    setWanted(undefined);
    invoice.reset();
  };
  const press = (firstNumber?: string) => {
    if (!isBlocked && !invoice.isPending) invoice.mutate({ loadId, firstNumber });
  };
  return (
    <>
      {invoice.error && !wanted && (
        <span role="alert" className="text-failed text-sm">
          {invoice.error.message}
        </span>
      )}
      <Button
        variant="primary"
        aria-disabled={isBlocked || invoice.isPending}
        aria-describedby={isBlocked ? PAPER_NOTES_ID : undefined}
        onClick={() => press()}
      >
        Invoice Load
      </Button>
      {wanted && (
        <FirstNumberDialog
          key={wanted.suggestion}
          wanted={wanted}
          error={invoice.error?.message}
          isPending={invoice.isPending}
          onConfirm={press}
          onClose={close}
        />
      )}
    </>
  );
}
