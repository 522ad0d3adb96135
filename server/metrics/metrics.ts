import { Counter, Gauge, Histogram, type Registry } from 'prom-client';

/** What the door and the jobs behind it measure. */
export interface Metrics {
  groupSize: Histogram;
  groupSeconds: Histogram;
  commandSeconds: Histogram;
  retries: Counter<'reason'>;
  waiting: Gauge;
  sequencerLag: Gauge;
  sealLag: Gauge;
  orders: Counter<'status'>;
}

/** Registers the figures of one process. */
export function createMetrics(registry: Registry): Metrics {
  const registers = [registry];
  const seconds = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5];
  return {
    groupSize: new Histogram({
      name: 'sluice_group_commands',
      help: 'Commands committed together',
      buckets: [1, 2, 4, 8, 16, 32, 64],
      registers,
    }),
    groupSeconds: new Histogram({
      name: 'sluice_group_seconds',
      help: 'Load, plan and commit of a group',
      buckets: seconds,
      registers,
    }),
    commandSeconds: new Histogram({
      name: 'sluice_command_seconds',
      help: 'From arrival at the door to the commit',
      buckets: seconds,
      registers,
    }),
    retries: new Counter({
      name: 'sluice_group_retries_total',
      help: 'Groups planned again',
      labelNames: ['reason'],
      registers,
    }),
    waiting: new Gauge({ name: 'sluice_commands_waiting', help: 'Commands waiting for the door', registers }),
    sequencerLag: new Gauge({
      name: 'sluice_sequencer_lag_seconds',
      help: 'Age of the oldest alert without a number',
      registers,
    }),
    sealLag: new Gauge({
      name: 'sluice_seal_lag_seconds',
      help: 'Age of the oldest unsealed audit entry',
      registers,
    }),
    orders: new Counter({
      name: 'sluice_orders_total',
      help: 'Orders by result',
      labelNames: ['status'],
      registers,
    }),
  };
}
