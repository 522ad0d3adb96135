import { defineFact } from '../../define/fact.ts';

export const vehicleModel = defineFact({
  id: 'vehicle.model',
  label: { zh: '车型', en: 'Vehicle model' },
  type: 'choice',
  scope: 'order',
  samples: ['朗逸'],
});
