import { markDelivered } from '../../commands/mark-delivered.command.ts';
import { actionBlock } from './action-block.ts';

export const markDeliveredBlock = actionBlock(markDelivered, {
  tone: 'good',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {},
      emits: { type: 'mark-delivered', params: {} },
    },
  ],
});
