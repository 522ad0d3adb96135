/** Percentile of samples in ms; NaN without samples. */
export function percentile(samples: readonly number[], share: number): number {
  if (samples.length === 0) return Number.NaN;
  const sorted = [...samples].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
}

export interface LoadResult {
  sent: number;
  ok: number;
  failed: number;
  seconds: number;
  perSecond: number;
  latencies: number[];
}

/** `clients` callers, each sending the next item as soon as its last was answered. */
export async function closedLoop<Item>(
  items: readonly Item[],
  clients: number,
  send: (item: Item) => Promise<boolean>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  let next = 0;
  let ok = 0;
  const started = performance.now();
  const client = async (): Promise<void> => {
    while (next < items.length) {
      const item = items[next++]!;
      const from = performance.now();
      if (await send(item)) ok++;
      latencies.push(performance.now() - from);
    }
  };
  await Promise.all(Array.from({ length: clients }, client));
  const seconds = (performance.now() - started) / 1000;
  return { sent: items.length, ok, failed: items.length - ok, seconds, perSecond: ok / seconds, latencies };
}

/** Poisson arrivals; latency counts from the scheduled moment, so a stalled server cannot hide its queue. */
export async function openLoop<Item>(
  items: readonly Item[],
  perSecond: number,
  send: (item: Item, scheduled: number) => Promise<boolean>,
): Promise<LoadResult> {
  const latencies: number[] = [];
  const waiting: Promise<void>[] = [];
  let ok = 0;
  const started = performance.now();
  let scheduled = started;
  for (const item of items) {
    scheduled += (-Math.log(1 - Math.random()) / perSecond) * 1000;
    const wait = scheduled - performance.now();
    if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
    const at = scheduled;
    waiting.push(
      send(item, at).then((done) => {
        if (done) ok++;
        latencies.push(performance.now() - at);
      }),
    );
  }
  await Promise.all(waiting);
  const seconds = (performance.now() - started) / 1000;
  return { sent: items.length, ok, failed: items.length - ok, seconds, perSecond: ok / seconds, latencies };
}
