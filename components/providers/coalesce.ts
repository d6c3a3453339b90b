/**
 * Collects values for `ms` from the first one on, then hands all of them over at once. While a hand-over is still
 * at work nothing more is handed over: what comes meanwhile waits, so that steady change never keeps a reader from
 * getting to the end.
 */
export function coalesce<Value>(ms: number, handOver: (values: Value[]) => Promise<unknown>) {
  let waiting: Value[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let busy = false;

  function arm() {
    if (!busy && waiting.length > 0) timer ??= setTimeout(flush, ms);
  }

  async function flush() {
    timer = undefined;
    const values = waiting;
    waiting = [];
    busy = true;
    try {
      await handOver(values);
    } finally {
      busy = false;
      arm();
    }
  }

  return {
    add(value: Value) {
      waiting.push(value);
      arm();
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  };
}
