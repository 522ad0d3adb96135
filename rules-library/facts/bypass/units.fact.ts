import { defineFact } from '../../define/fact.ts';

export const bypassUnits = defineFact({
  id: 'bypass.units',
  label: { zh: '系统外操作件数', en: 'Units of bypass' },
  type: 'integer',
  scope: 'case',
  samples: [3],
});
