import { holdOrder } from '../../commands/hold-order.command.ts';
import { actionBlock } from './action-block.ts';

export const holdOrderBlock = actionBlock(holdOrder, {
  tone: 'hold',
  initial: { code: 'manual-review' },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { code: 'no-stock' },
      emits: { type: 'hold-order', params: { code: 'no-stock' } },
    },
    {
      name: { zh: '前面没有明细条件', en: 'No line condition before it' },
      params: { code: 'forbidden-goods', lines: 'matched' },
      problem: 'unknown-fact',
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { code: 'because' }, problem: 'params' },
  ],
});
