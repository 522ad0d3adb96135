import { lowerNamedList } from './named-list.ts';
import { defineOperator } from '../define/operator.ts';

/** On a list kept by name. */
export const inList = defineOperator({
  runs: false,
  name: 'inList',
  label: { default: { zh: '在名单', en: 'is on the list' } },
  tail: { zh: '里', en: '' },
  types: ['text', 'choice', 'integer', 'list'],
  operand: 'list-name',
  lower: (comparison, context) => lowerNamedList(comparison, context, true),
});
