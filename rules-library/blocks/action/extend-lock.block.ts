import { extendLock } from '../../commands/extend-lock.command.ts';
import { actionBlock } from './action-block.ts';

export const extendLockBlock = actionBlock(extendLock, {
  tone: 'danger',
  initial: { until: { inMinutes: 30 } },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { until: { inMinutes: 30 } },
      emits: { type: 'extend-lock', params: { until: { inMinutes: 30 } } },
    },
  ],
});
