import type { Sandbox } from "./sandbox.ts";

const windows = new WeakMap<Sandbox, { startedAt: number; calls: number }>();

/** True when this second still has room for one more call. */
export function allowCall(sandbox: Sandbox, perSecond: number): boolean {
  const now = sandbox.now();
  const open = windows.get(sandbox);
  const window = open && now - open.startedAt < 1000 ? open : { startedAt: now, calls: 0 };
  window.calls += 1;
  windows.set(sandbox, window);
  return window.calls <= perSecond;
}
