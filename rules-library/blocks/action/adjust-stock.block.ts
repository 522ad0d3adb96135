import { adjustStock } from '../../commands/adjust-stock.command.ts';
import { actionBlock } from './action-block.ts';

export const adjustStockBlock = actionBlock(adjustStock, {
  tone: 'movement',
  initial: { delta: -1, atMostUnits: 2 },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { delta: -1, atMostUnits: 2 },
      emits: { type: 'adjust-stock', params: { delta: -1, atMostUnits: 2 } },
    },
  ],
});
