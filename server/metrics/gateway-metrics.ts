import { Gauge, type Registry } from 'prom-client';

/** Figures of the sockets of this process, read when they are asked for. */
export function measureGateway(
  registry: Registry,
  gateway: { readonly count: number; readonly mostUnconfirmed: number },
): void {
  const gauges: [string, string, () => number][] = [
    ['sluice_live_sockets', 'Screens connected to this process', () => gateway.count],
    [
      'sluice_live_unconfirmed_frames',
      'Frames the slowest screen has been sent and has not confirmed',
      () => gateway.mostUnconfirmed,
    ],
  ];
  for (const [name, help, read] of gauges) {
    const gauge: Gauge = new Gauge({ name, help, registers: [], collect: () => gauge.set(read()) });
    registry.registerMetric(gauge);
  }
}
