import type { Broker, Login } from "./sandbox-types.ts";

/** The key every call must carry. */
export const defaultSubscriptionKey = "sandbox-subscription-key";

/** Two carriers, each with its own login and USDOT number. */
export const defaultLogins: Login[] = [
  {
    username: "dispatch@sample-hauling.test",
    password: "sandbox-password",
    usdotNumbers: ["3104488"],
    clientName: "SAMPLE HAULING INC (MC-555010)",
  },
  {
    username: "billing@north-river.test",
    password: "sandbox-password-2",
    usdotNumbers: ["2290417"],
    clientName: "NORTH RIVER TRANSPORT LLC (MC-558204)",
  },
];

/** One broker for each answer a broker check can give (OTR §12.3). */
export const defaultBrokers: Broker[] = [
  { mc: "412907", name: "Prairie Lantern Logistics LLC", result: "Approved", noBuy: false },
  { mc: "530118", name: "Copper Bend Freight Inc", result: "Call Credit", noBuy: false },
  { mc: "618840", name: "Gray Harbor Brokerage", result: "NoBuy", noBuy: true },
  { mc: "700255", name: "Twin Elm Transportation", result: "NoBuy", noBuy: false },
  { mc: "700256", name: "Low Creek Logistics", result: "Call Credit", noBuy: true },
  { mc: "371", name: "Old Route Forwarding Co", result: "Approved", noBuy: false },
];

/** The first invoice key after a reset; keys count up from here over all carriers. */
export const firstInvoicePkey = 31_877_204;
