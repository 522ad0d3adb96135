import { releaseLock } from '../../commands/release-lock.command.ts';
import { actionBlock } from './action-block.ts';

export const releaseLockBlock = actionBlock(releaseLock, {
  tone: 'danger',
  initial: {},
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: {},
      emits: { type: 'release-lock', params: {} },
    },
  ],
});
