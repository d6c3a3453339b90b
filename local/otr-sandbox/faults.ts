import type { RouteName } from "./sandbox-types.ts";

export const faultKinds = [
  "delay",
  "drop_before",
  "drop_after_commit",
  "server_error_500",
  "maintenance_503",
  "empty_200",
  "html_200",
  "created_without_id",
  "throttled_429",
  "gateway_401",
  "gateway_403",
  "gateway_404",
  "service_401",
  "foreign_409",
  "conflict_without_id",
  "not_approved_402",
  "wrong_case_keys",
  "array_reply",
  "outside_hours",
] as const;

export type FaultKind = (typeof faultKinds)[number];

/** A fault for the next calls that match. Left out, a condition matches every call. */
export type FaultRequest = {
  kind: FaultKind;
  route?: RouteName;
  invoiceNo?: string;
  mc?: string;
  /** How many calls; 1 when left out, null until cleared. */
  times?: number | null;
  /** Does the work first and then spoils the answer, for the kinds that could do either. */
  afterCommit?: boolean;
  /** Milliseconds of a delay. */
  ms?: number;
  /** Retry-After of a 429: seconds, or an HTTP date as text; null leaves the header out. */
  retryAfter?: number | string | null;
};

/** A fault that waits for its calls. */
export type Fault = FaultRequest & { id: number; left: number | null };

/** What a fault may match on. */
export type FaultSubject = { route: RouteName; invoiceNo?: string; mc?: string };

export type Faults = {
  inject: (request: FaultRequest) => Fault;
  /** The first fault that matches this call, used up by one. */
  take: (subject: FaultSubject) => Fault | undefined;
  list: () => Fault[];
  clear: (kind?: FaultKind) => void;
};

/** No faults yet. */
export function createFaults(): Faults {
  let faults: Fault[] = [];
  let lastId = 0;
  return {
    inject: (request) => {
      lastId += 1;
      const fault = { ...request, id: lastId, left: request.times === undefined ? 1 : request.times };
      faults.push(fault);
      return fault;
    },
    take: (subject) => {
      const fault = faults.find((candidate) => matches(candidate, subject));
      if (fault?.left) fault.left -= 1;
      faults = faults.filter(({ left }) => left !== 0);
      return fault;
    },
    list: () => [...faults],
    clear: (kind) => {
      faults = kind ? faults.filter((fault) => fault.kind !== kind) : [];
    },
  };
}

function matches(fault: Fault, subject: FaultSubject): boolean {
  return (
    (fault.route === undefined || fault.route === subject.route) &&
    (fault.invoiceNo === undefined || fault.invoiceNo === subject.invoiceNo) &&
    (fault.mc === undefined || fault.mc === subject.mc)
  );
}
