/** Opens a connection and passes each message to `onMessage`, until the returned function is called. */
export type OpenFeed<Message> = (onMessage: (message: Message) => void) => () => void;

/**
 * Lets one tab of the browser hold the connection and pass its messages to all others: over HTTP/1.1 a
 * browser keeps six connections to a server, and one per tab would leave none for the seventh tab's pages.
 * When that tab closes, the next takes over. Where the browser has no locks, each tab opens its own.
 */
export function followInOneTab<Message>(
  name: string,
  open: OpenFeed<Message>,
  onMessage: (message: Message) => void,
): () => void {
  if (!navigator.locks) return open(onMessage);
  const others = new BroadcastChannel(name);
  const leaving = new AbortController();
  others.onmessage = (event: MessageEvent<Message>) => onMessage(event.data);

  navigator.locks
    .request(name, { signal: leaving.signal }, () =>
      untilAborted(leaving.signal, () =>
        open((message) => {
          onMessage(message);
          others.postMessage(message);
        }),
      ),
    )
    .catch((error: unknown) => {
      if (!leaving.signal.aborted) throw error;
    });

  return () => {
    leaving.abort();
    others.close();
  };
}

function untilAborted(signal: AbortSignal, open: () => () => void): Promise<void> {
  const close = open();
  return new Promise((resolve) => {
    signal.addEventListener("abort", () => {
      close();
      resolve();
    });
  });
}
