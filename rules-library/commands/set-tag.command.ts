import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { paramSegments } from '../sentences/param.ts';
import { operatorWord, words } from '../sentences/segments.ts';

export const setTag = defineCommand({
  name: 'set-tag',
  label: { zh: '打标签', en: 'Set tag' },
  help: {
    zh: '给订单打一个标签，便于筛选和后续规则使用。',
    en: 'Puts a tag on the order, for filters and later rules.',
  },
  target: ['order'],
  input: z.object({
    tag: z
      .string()
      .trim()
      .min(1)
      .max(40)
      .meta(
        ui({ label: { zh: '标签', en: 'Tag' }, field: 'text', placeholder: { zh: '大额', en: 'large' } }),
      ),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'none',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  sentence: ({ tag }, context) =>
    context.language === 'zh'
      ? [operatorWord('打标签'), words('「'), ...paramSegments(tag, context), words('」')]
      : [operatorWord('Set the tag'), words(' "'), ...paramSegments(tag, context), words('"')],
  key: ({ tag }) => tag,
});
