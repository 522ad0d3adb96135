import { confirmLock } from '../../commands/confirm-lock.command.ts';
import { actionBlock } from './action-block.ts';

export const confirmLockBlock = actionBlock(confirmLock, {
  tone: 'danger',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {},
      emits: { type: 'confirm-lock', params: {} },
    },
  ],
});
