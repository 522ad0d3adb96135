import { defineFact } from '../../define/fact.ts';

export const connectorLag = defineFact({
  id: 'connector.lag',
  label: { zh: '对接延迟', en: 'Connector delay' },
  type: 'duration',
  scope: 'company',
  samples: [0, 12],
});
