import { z } from "zod";
import type { Choices } from "../choices.ts";
import { type FaultRequest, faultKinds } from "../faults.ts";
import {
  type AutomaticMode,
  type Broker,
  type Latency,
  type Login,
  routeNames,
  type SeededInvoice,
} from "../sandbox-types.ts";
import type { Control } from "./control.ts";

const status = z.union([z.number().int(), z.string().min(1)]);
const route = z.enum(routeNames);
const kind = z.enum(faultKinds);
const nothing = z.object({});

const login = z.object({
  username: z.string().min(1),
  password: z.string().min(1),
  usdotNumbers: z.array(z.string().regex(/^\d+$/)),
  clientName: z.string().min(1),
}) satisfies z.ZodType<Login>;

const broker = z.object({
  mc: z.string().regex(/^[1-9]\d*$/),
  name: z.string().min(1),
  result: z.string(),
  noBuy: z.boolean(),
}) satisfies z.ZodType<Broker>;

const place = z.object({ city: z.string(), state: z.string() });

const seededInvoice = z.object({
  pkey: z.number().int().positive(),
  username: z.string().min(1),
  clientDot: z.string().regex(/^\d+$/),
  clientName: z.string().min(1),
  invoiceNo: z.string().min(1),
  poNumber: z.string().min(1),
  brokerMc: z.string().regex(/^[1-9]\d*$/),
  brokerName: z.string().min(1),
  amount: z.number(),
  invoiceDate: z.string(),
  from: place,
  to: place,
  status,
}) satisfies z.ZodType<SeededInvoice>;

const choices = z.strictObject({
  badCredentialsStatus: z.literal([400, 401]).optional(),
  jsonTokenBody: z.enum(["refuse", "accept"]).optional(),
  refreshGrant: z.boolean().optional(),
  tokenLifetimeSeconds: z.number().positive().optional(),
  bearerOnCustomerSummary: z.boolean().optional(),
  noBuyCreate: z.literal([402, 201]).optional(),
  samePoNumber: z.enum(["conflict", "accept"]).optional(),
  unknownRead: z.literal([404, 204, "empty_array"]).optional(),
  commaListRead: z.boolean().optional(),
  scopedReads: z.boolean().optional(),
  invoiceItems: z.enum(["object", "array"]).optional(),
  unknownUpload: z.literal([400, 404]).optional(),
  strictPdf: z.boolean().optional(),
  uploadReply: z.enum(["empty", "message"]).optional(),
  maxUploadBytes: z.number().int().positive().optional(),
  rateLimitPerSecond: z.number().positive().nullable().optional(),
}) satisfies z.ZodType<Partial<Choices>>;

const latency = z.partialRecord(route, z.number().nonnegative()) satisfies z.ZodType<Latency>;

const automatic = z
  .object({ seconds: z.number().nonnegative(), mixed: z.boolean() })
  .nullable() satisfies z.ZodType<AutomaticMode>;

const fault = z.strictObject({
  kind,
  route: route.optional(),
  invoiceNo: z.string().optional(),
  mc: z.string().optional(),
  times: z.number().int().positive().nullable().optional(),
  afterCommit: z.boolean().optional(),
  ms: z.number().nonnegative().optional(),
  retryAfter: z.union([z.number(), z.string()]).nullable().optional(),
}) satisfies z.ZodType<FaultRequest>;

const requestFilter = z.object({
  route: z.string().optional(),
  invoiceNo: z.string().optional(),
  afterSeq: z.coerce.number().optional(),
  limit: z.coerce.number().optional(),
});

const invoiceFilter = z.object({
  invoiceNo: z.string().optional(),
  clientDot: z.string().optional(),
  search: z.string().optional(),
  beforePkey: z.coerce.number().optional(),
  limit: z.coerce.number().optional(),
});

const statusTarget = z
  .object({ pkey: z.number().int().optional(), invoiceNo: z.string().optional(), status })
  .refine(
    ({ pkey, invoiceNo }) => pkey !== undefined || invoiceNo !== undefined,
    "name a pkey or an invoiceNo",
  );

/** An operation over HTTP: the input it takes, checked, and what it does. */
export type Operation = (input: unknown) => { invalid: string } | { run: () => Promise<unknown> };

/** The control plane by the names of its addresses, `/__sandbox/<name>`. */
export function operationsOf(control: Control): Record<string, Operation> {
  return {
    reset: operation(nothing, control.reset),
    "seed-logins": operation(z.object({ logins: z.array(login) }), control.seedLogins),
    "seed-brokers": operation(z.object({ brokers: z.array(broker) }), control.seedBrokers),
    "seed-invoices": operation(z.object({ invoices: z.array(seededInvoice) }), control.seedInvoices),
    "remove-broker": operation(z.object({ mc: z.string() }), control.removeBroker),
    "set-choices": operation(choices, control.setChoices),
    "set-latency": operation(latency, control.setLatency),
    "set-automatic": operation(z.object({ automatic }), control.setAutomatic),
    "set-status": operation(statusTarget, control.setStatus),
    "advance-clock": operation(z.object({ seconds: z.number() }), control.advanceClock),
    "expire-tokens": operation(nothing, control.expireTokens),
    "inject-fault": operation(fault, control.injectFault),
    "list-faults": operation(nothing, control.listFaults),
    "clear-faults": operation(z.object({ kind: kind.optional() }), control.clearFaults),
    "list-requests": operation(requestFilter, control.listRequests),
    "clear-requests": operation(nothing, control.clearRequests),
    "list-invoices": operation(invoiceFilter, control.listInvoices),
    "list-documents": operation(z.object({ pkey: z.coerce.number() }), control.listDocuments),
    summary: operation(nothing, control.summary),
  };
}

function operation<T>(schema: z.ZodType<T>, run: (input: T) => Promise<unknown>): Operation {
  return (input) => {
    const parsed = schema.safeParse(input);
    return parsed.success ? { run: () => run(parsed.data) } : { invalid: z.prettifyError(parsed.error) };
  };
}
