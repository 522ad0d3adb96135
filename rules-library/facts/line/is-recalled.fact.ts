import { defineFact } from '../../define/fact.ts';

export const lineIsRecalled = defineFact({
  id: 'line.isRecalled',
  label: { zh: '被召回', en: 'Recalled' },
  help: { zh: '召回的货不能发', en: 'What is recalled cannot be shipped' },
  type: 'yes-no',
  scope: 'line',
  says: { yes: { zh: '被召回', en: 'recalled' }, no: { zh: '不在召回里', en: 'not recalled' } },
  samples: [true, false],
});
