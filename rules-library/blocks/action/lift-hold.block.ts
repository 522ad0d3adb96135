import { liftHold } from '../../commands/lift-hold.command.ts';
import { actionBlock } from './action-block.ts';

export const liftHoldBlock = actionBlock(liftHold, {
  tone: 'good',
  initial: { code: 'manual-review' },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { code: 'no-stock' },
      emits: { type: 'lift-hold', params: { code: 'no-stock' } },
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: {}, problem: 'params' },
  ],
});
