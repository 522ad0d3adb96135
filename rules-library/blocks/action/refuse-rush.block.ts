import { refuseRush } from '../../commands/refuse-rush.command.ts';
import { actionBlock } from './action-block.ts';

export const refuseRushBlock = actionBlock(refuseRush, {
  tone: 'hold',
  initial: { text: '' },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { text: '没有现货', earliest: { fact: 'delivery.earliest' } },
      emits: { type: 'refuse-rush', params: { text: '没有现货', earliest: { fact: 'delivery.earliest' } } },
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: {}, problem: 'params' },
  ],
});
