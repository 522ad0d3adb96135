import { defineFact } from '../../define/fact.ts';

export const lineColdChain = defineFact({
  id: 'line.coldChain',
  label: { zh: '冷链', en: 'Cold chain' },
  type: 'yes-no',
  says: {
    yes: { zh: '冷链', en: 'it needs the cold chain' },
    no: { zh: '非冷链', en: 'it does not need the cold chain' },
  },
  scope: 'line',
  samples: [false],
});
