import { setCap } from '../../commands/set-cap.command.ts';
import { actionBlock } from './action-block.ts';

export const setCapBlock = actionBlock(setCap, {
  tone: 'hold',
  initial: { target: 'channel:taobao', sku: 'BRK-2041', quantity: 100 },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { target: 'channel:taobao', sku: 'BRK-2041', quantity: 100 },
      emits: { type: 'set-cap', params: { target: 'channel:taobao', sku: 'BRK-2041', quantity: 100 } },
    },
  ],
});
