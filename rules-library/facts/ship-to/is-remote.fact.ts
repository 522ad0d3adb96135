import { defineFact } from '../../define/fact.ts';

export const shipToIsRemote = defineFact({
  id: 'shipTo.isRemote',
  label: { zh: '偏远地区', en: 'Remote area' },
  help: {
    zh: '收货省份或城市在「偏远地区」名单里',
    en: 'The province or city is on the list of remote areas',
  },
  type: 'yes-no',
  scope: 'order',
  samples: [false, true],
});
