import type { CDPSession } from "@playwright/test";

export type Conditions = keyof typeof CONDITIONS;

type Throttle = {
  cpuSlowdown: number;
  network?: { downloadThroughput: number; uploadThroughput: number; latency: number };
};

/** The machine as it is, and Chrome DevTools' "4 × slowdown" with its "Fast 4G". */
const CONDITIONS = {
  "full speed": { cpuSlowdown: 1 },
  "4 × CPU, Fast 4G": {
    cpuSlowdown: 4,
    network: {
      downloadThroughput: ((9_000_000 / 8) * 90) / 100,
      uploadThroughput: ((1_500_000 / 8) * 90) / 100,
      latency: 60 * 2.75,
    },
  },
} satisfies Record<string, Throttle>;

export const CONDITION_NAMES: readonly Conditions[] = ["full speed", "4 × CPU, Fast 4G"];

/** Slows a page down; bytes per second, milliseconds per request. */
export async function applyConditions(cdp: CDPSession, conditions: Conditions): Promise<void> {
  const { cpuSlowdown, network }: Throttle = CONDITIONS[conditions];
  await cdp.send("Emulation.setCPUThrottlingRate", { rate: cpuSlowdown });
  if (network) await cdp.send("Network.emulateNetworkConditions", { offline: false, ...network });
}
