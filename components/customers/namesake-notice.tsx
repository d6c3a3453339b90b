import { Alert } from "#components/ui/alert.tsx";
import type { CreateCustomerResult } from "#server/customers/schemas.ts";
import { CustomerLinks } from "./customer-links.tsx";

type NamesakeNoticeProps = {
  answer: Exclude<CreateCustomerResult, { kind: "created" }>;
  /** As typed. */
  mcNumber: string;
};

/** Says which customer is there already, with the way to it; a known MC number is only asked about. */
export function NamesakeNotice({ answer, mcNumber }: NamesakeNoticeProps) {
  if (answer.kind === "name_taken") {
    return (
      <Alert meaning="failed">
        <span>
          <CustomerLinks customers={[answer.existing]} /> is on file already, so nothing was added. Use that
          customer, or enter a name that tells the two apart.
        </span>
      </Alert>
    );
  }
  return (
    <Alert meaning="attention">
      <span>
        <CustomerLinks customers={answer.existing} /> {answer.existing.length === 1 ? "has" : "have"} the MC
        number {mcNumber.trim()}, so nothing was added yet. If it is the same broker, use that customer; OTR
        would check the credit of both as one.
      </span>
    </Alert>
  );
}
