import { unmarkRush } from '../../commands/unmark-rush.command.ts';
import { actionBlock } from './action-block.ts';

export const unmarkRushBlock = actionBlock(unmarkRush, {
  tone: 'neutral',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {},
      emits: { type: 'unmark-rush', params: {} },
    },
  ],
});
