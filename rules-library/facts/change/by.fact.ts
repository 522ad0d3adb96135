import { defineFact } from '../../define/fact.ts';

export const changeBy = defineFact({
  id: 'change.by',
  label: { zh: '谁改的', en: 'Changed by' },
  type: 'choice',
  scope: 'change',
  choices: [
    { value: 'person', label: { zh: '员工', en: 'A person' } },
    { value: 'connector', label: { zh: '外部系统', en: 'A connected system' } },
  ],
  samples: ['connector'],
});
