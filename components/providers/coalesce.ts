/** Collects values for `ms` from the first one on, then hands all of them over at once. */
export function coalesce<Value>(ms: number, handOver: (values: Value[]) => void) {
  let waiting: Value[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  function flush() {
    timer = undefined;
    const values = waiting;
    waiting = [];
    handOver(values);
  }

  return {
    add(value: Value) {
      waiting.push(value);
      timer ??= setTimeout(flush, ms);
    },
    cancel() {
      clearTimeout(timer);
      timer = undefined;
      waiting = [];
    },
  };
}
