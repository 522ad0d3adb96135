import { defineFact } from '../../define/fact.ts';

export const shipToIsRemote = defineFact({
  id: 'shipTo.isRemote',
  label: { zh: '偏远地区', en: 'Remote area' },
  help: {
    zh: '收货省份或城市在「偏远地区」名单里',
    en: 'The province or city is on the list of remote areas',
  },
  type: 'yes-no',
  says: {
    yes: { zh: '送往偏远地区', en: 'it goes to a remote area' },
    no: { zh: '不送往偏远地区', en: 'it does not go to a remote area' },
  },
  scope: 'order',
  samples: [false, true],
});
