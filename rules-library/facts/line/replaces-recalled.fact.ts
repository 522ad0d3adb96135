import { defineFact } from '../../define/fact.ts';

export const lineReplacesRecalled = defineFact({
  id: 'line.replacesRecalled',
  label: { zh: '召回替换件', en: 'Replaces a recalled part' },
  help: { zh: '需求会涨', en: 'Demand for it will rise' },
  type: 'yes-no',
  scope: 'line',
  says: {
    yes: { zh: '是召回替换件', en: 'replaces a recalled part' },
    no: { zh: '不是召回替换件', en: 'replaces no recalled part' },
  },
  samples: [true, false],
});
