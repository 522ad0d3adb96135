import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { operatorWord, words } from '../sentences/segments.ts';

export const markRush = defineCommand({
  name: 'mark-rush',
  label: { zh: '标记加急', en: 'Mark as rush' },
  help: {
    zh: '在原订单上标记加急，不重排计划。',
    en: 'Marks the original order as rush; no schedule is touched.',
  },
  target: ['order'],
  input: z.object({}),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  sentence: (_, { language }) =>
    language === 'zh'
      ? [words('在原订单上'), operatorWord('标记加急'), words('，不重排')]
      : [operatorWord('Mark the original order as rush'), words(', nothing is rescheduled')],
  key: () => '',
});
