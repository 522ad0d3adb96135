import { defineFact } from '../../define/fact.ts';

export const bypassKind = defineFact({
  id: 'bypass.kind',
  label: { zh: '系统外操作种类', en: 'Kind of bypass' },
  type: 'choice',
  scope: 'case',
  samples: ['shipment'],
});
