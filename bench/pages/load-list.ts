/** What a page bears: `p95Ms` is the time in which 95 of 100 were answered whole. */
export type Throughput = { perSecond: number; p95Ms: number };

/** Asks for a page over so many connections for so long, each anew as soon as it has the whole answer. */
export async function loadList(
  fetch: (url: string) => Promise<Response>,
  url: string,
  { connections, seconds }: { connections: number; seconds: number },
): Promise<Throughput> {
  const times: number[] = [];
  const start = performance.now();
  const until = start + seconds * 1_000;
  await Promise.all(Array.from({ length: connections }, ask));
  const elapsed = (performance.now() - start) / 1_000;
  const sorted = times.toSorted((one, other) => one - other);
  return { perSecond: times.length / elapsed, p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? Number.NaN };

  async function ask(): Promise<void> {
    while (performance.now() < until) times.push(await timeHtml(fetch, url));
  }
}

/** How long a page's whole HTML takes, in ms. Throws an Error when it isn't the page. */
export async function timeHtml(fetch: (url: string) => Promise<Response>, url: string): Promise<number> {
  const start = performance.now();
  const answer = await fetch(url);
  await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${url} answers ${answer.status}.`);
  return performance.now() - start;
}
