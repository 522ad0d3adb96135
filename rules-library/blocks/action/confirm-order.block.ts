import { confirmOrder } from '../../commands/confirm-order.command.ts';
import { actionBlock } from './action-block.ts';

export const confirmOrderBlock = actionBlock(confirmOrder, {
  tone: 'good',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {},
      emits: { type: 'confirm-order', params: {} },
    },
  ],
});
