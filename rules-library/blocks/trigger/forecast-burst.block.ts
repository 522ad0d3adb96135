import { eventTrigger } from './event-trigger.ts';

export const forecastBurstBlock = eventTrigger('forecast.burst', {
  zh: '预测到一种商品的需求突增时。',
  en: 'When a burst of demand for a part is forecast.',
});
