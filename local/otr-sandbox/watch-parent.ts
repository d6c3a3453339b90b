const everyMs = 1000;

/** Calls `stop` once the parent with this process id is gone; without an id there is nobody to watch. */
export function watchParent(parentPid: string | undefined, stop: () => void): void {
  if (!parentPid) return;
  const timer = setInterval(() => {
    if (String(process.ppid) === parentPid) return;
    clearInterval(timer);
    stop();
  }, everyMs);
  timer.unref();
}
