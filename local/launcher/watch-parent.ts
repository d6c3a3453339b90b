const POLL_MS = 500;

/**
 * Calls back once when the process that started us is gone: npm, when killed, leaves its child behind, and a process
 * that nobody waits for should not hold a port.
 */
export function watchParent(onGone: () => void): void {
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(timer);
    onGone();
  }, POLL_MS);
  timer.unref();
}
