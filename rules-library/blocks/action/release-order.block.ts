import { releaseOrder } from '../../commands/release-order.command.ts';
import { actionBlock } from './action-block.ts';

export const releaseOrderBlock = actionBlock(releaseOrder, {
  tone: 'good',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {},
      emits: { type: 'release-order', params: {} },
    },
  ],
});
