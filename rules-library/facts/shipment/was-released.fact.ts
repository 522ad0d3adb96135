import { defineFact } from '../../define/fact.ts';

export const shipmentWasReleased = defineFact({
  id: 'shipment.wasReleased',
  label: { zh: '是否放过单', en: 'Was released' },
  type: 'yes-no',
  scope: 'case',
  says: { yes: { zh: '放过单', en: 'it was released' }, no: { zh: '没放过单', en: 'it was not released' } },
  samples: [true, false],
});
