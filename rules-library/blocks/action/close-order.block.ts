import { closeOrder } from '../../commands/close-order.command.ts';
import { actionBlock } from './action-block.ts';

export const closeOrderBlock = actionBlock(closeOrder, {
  tone: 'neutral',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {},
      emits: { type: 'close-order', params: {} },
    },
  ],
});
