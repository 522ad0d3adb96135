import { defineFact } from '../../define/fact.ts';

export const stockCanShipAll = defineFact({
  id: 'stock.canShipAll',
  label: { zh: '可全发', en: 'Can ship all' },
  type: 'yes-no',
  scope: 'order',
  says: {
    yes: { zh: '可全发', en: 'all of it can ship' },
    no: { zh: '不能全发', en: 'not all of it can ship' },
  },
  samples: [true, false],
});
