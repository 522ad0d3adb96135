import { defineFact } from '../../define/fact.ts';

export const deliveryHours = defineFact({
  id: 'delivery.hours',
  label: { zh: '预计可交付时长', en: 'Hours to delivery' },
  help: {
    zh: '从现在到送到客户手里；送不了算 9999 小时',
    en: 'From now until it is with the customer; 9999 when it cannot be delivered',
  },
  type: 'hours',
  scope: 'order',
  advisory: true,
  whenNone: 9999,
  samples: [31, 72.5, 9999],
});
