import { lowerNamedList } from './named-list.ts';
import { defineOperator } from '../define/operator.ts';

/** Not on a list kept by name. */
export const notInList = defineOperator({
  runs: false,
  name: 'notInList',
  label: { default: { zh: '不在名单', en: 'is not on the list' } },
  tail: { zh: '里', en: '' },
  types: ['text', 'choice', 'integer', 'list'],
  operand: 'list-name',
  lower: (comparison, context) => lowerNamedList(comparison, context, false),
});
