import { defineFact } from '../../define/fact.ts';

export const changeDaysLater = defineFact({
  id: 'change.daysLater',
  label: { zh: '晚几天', en: 'Days later' },
  help: { zh: '改早了是负数', en: 'Negative when it moved forward' },
  type: 'days',
  scope: 'change',
  samples: [-2, 1],
});
