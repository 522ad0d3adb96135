import { defineFact } from '../../define/fact.ts';

export const bypassValue = defineFact({
  id: 'bypass.value',
  label: { zh: '系统外操作金额', en: 'Value of bypass' },
  type: 'money',
  scope: 'case',
  samples: [177000],
});
