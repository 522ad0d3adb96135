import { defineFact } from '../../define/fact.ts';

export const stockCanShipPart = defineFact({
  id: 'stock.canShipPart',
  label: { zh: '可部分发', en: 'Can ship in part' },
  type: 'yes-no',
  scope: 'order',
  says: {
    yes: { zh: '可部分发', en: 'some of it can ship' },
    no: { zh: '一件也发不了', en: 'none of it can ship' },
  },
  samples: [true, false],
});
