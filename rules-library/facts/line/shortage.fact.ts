import { defineFact } from '../../define/fact.ts';

export const lineShortage = defineFact({
  id: 'line.shortage',
  label: { zh: '缺口', en: 'Shortage' },
  help: {
    zh: '数量减去已发、已锁和可用，最少是 0',
    en: 'Quantity less what is shipped, locked and available, at least 0',
  },
  type: 'integer',
  scope: 'line',
  samples: [0, 3],
});
