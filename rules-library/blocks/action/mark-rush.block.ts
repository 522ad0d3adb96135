import { markRush } from '../../commands/mark-rush.command.ts';
import { actionBlock } from './action-block.ts';

export const markRushBlock = actionBlock(markRush, {
  tone: 'rush',
  initial: {},
  examples: [
    { name: { zh: '通常的用法', en: 'As usual' }, params: {}, emits: { type: 'mark-rush', params: {} } },
  ],
});
