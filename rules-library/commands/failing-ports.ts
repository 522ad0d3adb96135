import type { Port } from '../define/block.ts';

/** Exits of a command that can fail; what was done in part goes the way of what was impossible unless drawn otherwise. */
export const failingPorts: readonly Port[] = [
  { id: 'done', label: { zh: '做到了', en: 'done' }, unconnected: 'nothing' },
  { id: 'partly', label: { zh: '做到一部分', en: 'partly' }, unconnected: 'nothing', follows: 'impossible' },
  { id: 'impossible', label: { zh: '做不到', en: 'impossible' }, unconnected: 'error' },
];

/** Exits of what is either applied or not. */
export const wholePorts: readonly Port[] = failingPorts.filter(({ id }) => id !== 'partly');
