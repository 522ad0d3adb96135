import { defineFact } from '../../define/fact.ts';

export const lineColdChain = defineFact({
  id: 'line.coldChain',
  label: { zh: '冷链', en: 'Cold chain' },
  type: 'yes-no',
  scope: 'line',
  samples: [false],
});
