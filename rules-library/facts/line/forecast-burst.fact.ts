import { defineFact } from '../../define/fact.ts';

export const lineForecastBurst = defineFact({
  id: 'line.forecastBurst',
  label: { zh: '需求突增倍数', en: 'Burst of demand' },
  type: 'factor',
  scope: 'line',
  advisory: true,
  samples: [1, 2.5],
});
