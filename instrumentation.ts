/** Next calls this once in each server process, before it answers anything. */
export async function register(): Promise<void> {
  // Next compiles this file for its edge runtime too, which has no sockets; it drops what stands in here.
  if (process.env.NEXT_RUNTIME === "nodejs") {
    const { notePeerAddresses } = await import("#server/auth/note-peer-addresses.ts");
    notePeerAddresses();
  }
}
