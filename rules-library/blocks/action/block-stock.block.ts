import { blockStock } from '../../commands/block-stock.command.ts';
import { actionBlock } from './action-block.ts';

export const blockStockBlock = actionBlock(blockStock, {
  tone: 'hold',
  initial: { quantity: 1 },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { quantity: 1 },
      emits: { type: 'block-stock', params: { quantity: 1 } },
    },
  ],
});
