import { assign } from '../../commands/assign.command.ts';
import { actionBlock } from './action-block.ts';

export const assignBlock = actionBlock(assign, {
  tone: 'primary',
  initial: { to: { role: 'service' } },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { to: { role: 'planner' } },
      emits: { type: 'assign', params: { to: { role: 'planner' } } },
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: {}, problem: 'params' },
  ],
});
