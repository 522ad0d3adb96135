import { defineFact } from '../../define/fact.ts';

export const lineAvailable = defineFact({
  id: 'line.available',
  label: { zh: '可用', en: 'Available' },
  help: {
    zh: '发货仓里这单的层级还能拿的件数，不含自己的锁',
    en: 'Pieces this order may still take in its warehouse, its own locks not included',
  },
  type: 'integer',
  scope: 'line',
  samples: [0, 12],
});
