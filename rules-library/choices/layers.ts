import type { Choice } from '../define/fact.ts';

/** Ids of the lock priority classes, most important first. */
export const layerIds = ['rush', 'gold', 'silver', 'standard', 'unpaid'] as const;
export type Layer = (typeof layerIds)[number];

const labels: Readonly<Record<Layer, Choice['label']>> = {
  rush: { zh: '加急层', en: 'Rush layer' },
  gold: { zh: '金层', en: 'Gold layer' },
  silver: { zh: '银层', en: 'Silver layer' },
  standard: { zh: '标准层', en: 'Standard layer' },
  unpaid: { zh: '未付层', en: 'Unpaid layer' },
};

/** Lock priority classes, most important first. */
export const layers: readonly Choice[] = layerIds.map((value) => ({ value, label: labels[value] }));

export function layerLabel(layer: Layer): Choice['label'] {
  return labels[layer];
}
