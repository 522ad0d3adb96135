import { setTag } from '../../commands/set-tag.command.ts';
import { actionBlock } from './action-block.ts';

export const setTagBlock = actionBlock(setTag, {
  tone: 'neutral',
  initial: { tag: '' },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { tag: '大额' },
      emits: { type: 'set-tag', params: { tag: '大额' } },
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { tag: '' }, problem: 'params' },
  ],
});
