import { setPriority } from '../../commands/set-priority.command.ts';
import { actionBlock } from './action-block.ts';

export const setPriorityBlock = actionBlock(setPriority, {
  tone: 'primary',
  initial: { layer: 'gold' },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { layer: 'silver' },
      emits: { type: 'set-priority', params: { layer: 'silver' } },
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: {}, problem: 'params' },
  ],
});
