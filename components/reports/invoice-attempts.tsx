import { Table, TableCell, TableHead, TableRow } from "#components/ui/table.tsx";
import type { SubmissionStep } from "#server/factoring/rules/submission-state.ts";
import type { AttemptEntry } from "#server/reports/schemas.ts";
import { When } from "./when.tsx";

const STEPS = {
  create: "Create invoice",
  confirm: "Read back",
  attach: "Attach document",
} as const satisfies Record<SubmissionStep, string>;

/** Every call to OTR for the invoice, as OTR's support asks for it: when, what came back, OTR's request id. */
export function InvoiceAttempts({ attempts }: { attempts: AttemptEntry[] }) {
  return (
    <section aria-label="Calls to OTR">
      <h3 className="mb-1 font-medium text-sm">Calls to OTR</h3>
      {attempts.length === 0 ? (
        <p className="text-muted-foreground text-sm">OTR was not called for this invoice yet.</p>
      ) : (
        <Table className="min-w-[640px]">
          <thead>
            <tr>
              <TableHead className="w-36">When</TableHead>
              <TableHead className="w-32">Step</TableHead>
              <TableHead>Outcome</TableHead>
              <TableHead className="w-14 text-right">HTTP</TableHead>
              <TableHead className="w-48">OTR request id</TableHead>
            </tr>
          </thead>
          <tbody>
            {attempts.map((attempt) => (
              <TableRow key={attempt.id}>
                <TableCell>
                  <When at={attempt.startedAt} />
                </TableCell>
                <TableCell>{STEPS[attempt.step]}</TableCell>
                <TableCell title={attempt.otrText ?? undefined}>{outcomeWords(attempt)}</TableCell>
                <TableCell numeric>{attempt.httpStatus ?? "—"}</TableCell>
                <TableCell className="font-mono text-xs" title={attempt.otrRequestId ?? undefined}>
                  {attempt.otrRequestId ?? "—"}
                </TableCell>
              </TableRow>
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function outcomeWords({ outcome, otrText }: AttemptEntry): string {
  const words = outcome ? outcome.replaceAll("_", " ") : "no answer yet";
  return otrText ? `${words}: ${otrText}` : words;
}
