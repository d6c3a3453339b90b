export type SubsidiaryRow = {
  name: string;
  street: string;
  city: string;
  state: string;
  zip: string;
  usdotNumber: string | null;
  mcNumber: string | null;
  timeZone: string;
  /** Starts load and invoice numbers. */
  loadPrefix: string;
  firstLoad: number;
  firstInvoice: number;
  billingEmail: string;
  /** The login the OTR sandbox knows it by. */
  otr: { username: string; password: string } | null;
};

const CENTRAL = "America/Chicago";

export const SAMPLE_SUBSIDIARIES = {
  sample: {
    name: "Sample Hauling Inc",
    street: "1180 Larkin Avenue",
    city: "Joliet",
    state: "IL",
    zip: "60435",
    usdotNumber: "3104488",
    mcNumber: "555010",
    timeZone: CENTRAL,
    loadPrefix: "SH",
    firstLoad: 10_401,
    firstInvoice: 60_101,
    billingEmail: "billing@sample-hauling.test",
    otr: { username: "dispatch@sample-hauling.test", password: "sandbox-password" },
  },
  river: {
    name: "North River Transport LLC",
    street: "2750 Front Street",
    city: "Toledo",
    state: "OH",
    zip: "43605",
    usdotNumber: "2290417",
    mcNumber: "558204",
    timeZone: "America/New_York",
    loadPrefix: "NR",
    firstLoad: 20_118,
    firstInvoice: 81_001,
    billingEmail: "billing@north-river.test",
    otr: { username: "billing@north-river.test", password: "sandbox-password-2" },
  },
} as const satisfies Record<string, SubsidiaryRow>;

export const CEDAR_SUBSIDIARIES = {
  cedar: {
    name: "Cedar Gap Freight",
    street: "310 Old Wire Road",
    city: "Seymour",
    state: "MO",
    zip: "65746",
    usdotNumber: null,
    mcNumber: "571360",
    timeZone: CENTRAL,
    loadPrefix: "CG",
    firstLoad: 3_001,
    firstInvoice: 7_001,
    billingEmail: "office@cedar-gap.test",
    otr: null,
  },
} as const satisfies Record<string, SubsidiaryRow>;

export type SubsidiaryKey = keyof typeof SAMPLE_SUBSIDIARIES | keyof typeof CEDAR_SUBSIDIARIES;
