import { lockStock } from '../../commands/lock-stock.command.ts';
import { actionBlock } from './action-block.ts';

export const lockStockBlock = actionBlock(lockStock, {
  tone: 'danger',
  initial: { ifShort: 'nothing' },
  examples: [
    {
      name: { zh: '全部锁住，不够就不锁', en: 'All of it, or nothing' },
      params: { ifShort: 'nothing' },
      emits: { type: 'lock-stock', params: { ifShort: 'nothing' } },
    },
    {
      name: { zh: '锁到半小时后，有多少锁多少', en: 'What there is, for half an hour' },
      params: { until: { inMinutes: 30 }, ifShort: 'what-there-is' },
      emits: { type: 'lock-stock', params: { until: { inMinutes: 30 }, ifShort: 'what-there-is' } },
    },
  ],
});
