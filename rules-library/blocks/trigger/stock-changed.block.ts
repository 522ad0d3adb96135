import { eventTrigger } from './event-trigger.ts';

export const stockChangedBlock = eventTrigger('stock.changed', {
  zh: '一个仓里一种商品的库存变了时，一秒最多一次。',
  en: 'When stock of a part in a warehouse changes, at most once a second.',
});
