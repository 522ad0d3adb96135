import { defineFact } from '../../define/fact.ts';

export const lineLocked = defineFact({
  id: 'line.locked',
  label: { zh: '已锁', en: 'Locked' },
  type: 'integer',
  scope: 'line',
  whenNone: 0,
  samples: [0, 2],
});
