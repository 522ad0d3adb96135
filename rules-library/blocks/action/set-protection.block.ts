import { setProtection } from '../../commands/set-protection.command.ts';
import { actionBlock } from './action-block.ts';

export const setProtectionBlock = actionBlock(setProtection, {
  tone: 'hold',
  initial: { layer: 'gold', quantity: 5 },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { layer: 'gold', quantity: 5 },
      emits: { type: 'set-protection', params: { layer: 'gold', quantity: 5 } },
    },
  ],
});
