import type { inferRouterOutputs } from "@trpc/server";
import type { SubsidiaryId } from "#server/kernel/ids.ts";
import type { AppRouter } from "#server/trpc/app-router-type.ts";

type Outputs = inferRouterOutputs<AppRouter>["factoring"];

/** A page of the queue as the server sends it. */
export type QueuePage = Outputs["queue"];

/** How many loads a view of the queue holds, and what they come to in cents. */
export type QueueTotals = Outputs["queueTotal"];

/** A load of the queue with its customer. */
export type QueueItem = Omit<QueuePage["rows"][number], "customer"> & {
  customerId: QueuePage["rows"][number]["customer"];
  customer: QueuePage["customers"][keyof QueuePage["customers"]];
};

export type NeedsYouRow = Outputs["needsYou"]["rows"][number];
export type NotReadyRow = Outputs["notReady"]["rows"][number];
export type RunningBatch = Outputs["runningBatches"][number];
export type ProgressRow = Outputs["batchProgress"][number];
export type SubmitResult = Outputs["submitBatch"];
export type Submitted = Extract<SubmitResult, { kind: "submitted" }>;

/** What the page knows of the chosen subsidiary. */
export type Subsidiary = { id: SubsidiaryId; name: string };

/** The rows of all loaded pages, each with its customer, which a page names once. */
export function queueItems(pages: QueuePage[]): QueueItem[] {
  return pages.flatMap(({ rows, customers }) =>
    rows.flatMap(({ customer: customerId, ...row }) => {
      const customer = customers[customerId];
      return customer ? [{ ...row, customerId, customer }] : [];
    }),
  );
}
