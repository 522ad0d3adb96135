import { layers } from '../../choices/layers.ts';
import { defineFact } from '../../define/fact.ts';

export const orderLayer = defineFact({
  id: 'order.layer',
  label: { zh: '锁库层级', en: 'Lock layer' },
  type: 'choice',
  scope: 'order',
  choices: layers,
  ordered: true,
  samples: ['gold'],
});
