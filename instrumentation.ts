const DAY_MS = 86_400_000;

/** Next calls this once in each server process, before it answers anything. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, which has neither sockets nor files; it drops what stands in here.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { notePeerAddresses } = await import("#server/auth/note-peer-addresses.ts");
    const { sweepTempFolders } = await import("#server/documents/sweep-temp-folders.ts");
    const { cutOffStalledPages } = await import("#server/live/cut-off-stalled.ts");
    notePeerAddresses();
    cutOffStalledPages();
    // Not waited for, and no reason not to start.
    void sweepTempFolders(new Date(Date.now() - DAY_MS)).catch(() => undefined);
  }
}
