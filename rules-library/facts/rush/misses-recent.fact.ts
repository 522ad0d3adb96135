import { defineFact } from '../../define/fact.ts';

export const rushMissesRecent = defineFact({
  id: 'rush.missesRecent',
  label: { zh: '近期加急失约数', en: 'Recent rushes missed' },
  type: 'integer',
  scope: 'order',
  advisory: true,
  whenNone: 0,
  samples: [0, 2],
});
