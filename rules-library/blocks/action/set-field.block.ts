import { setField } from '../../commands/set-field.command.ts';
import { actionBlock } from './action-block.ts';

export const setFieldBlock = actionBlock(setField, {
  tone: 'neutral',
  initial: { field: 'custom.', value: '' },
  examples: [
    {
      name: { zh: '通常的用法', en: 'As usual' },
      params: { field: 'custom.region', value: 'east' },
      emits: { type: 'set-field', params: { field: 'custom.region', value: 'east' } },
    },
    { name: { zh: '没填对', en: 'Not filled in' }, params: { field: 'total', value: 1 }, problem: 'params' },
  ],
});
