import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { paramSegments } from '../sentences/param.ts';
import { operatorWord, words } from '../sentences/segments.ts';

export const refuseRush = defineCommand({
  name: 'refuse-rush',
  label: { zh: '回绝加急', en: 'Refuse rush' },
  help: {
    zh: '说明为什么不能加急、最早什么时候能到，并告诉申请的人。',
    en: 'Says why it cannot be rushed and when it can arrive at the earliest, and tells whoever asked.',
  },
  target: ['order'],
  input: z.object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .meta(
        ui({
          label: { zh: '为什么', en: 'Why' },
          field: 'text-with-facts',
          placeholder: { zh: '没有现货', en: 'Not in stock' },
        }),
      ),
    earliest: z.iso
      .datetime({ offset: true })
      .optional()
      .meta(ui({ label: { zh: '最早能到', en: 'Earliest' }, field: 'time' })),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  sentence: ({ text, earliest }, context) => {
    const zh = context.language === 'zh';
    return [
      operatorWord(zh ? '回绝加急' : 'Refuse rush'),
      words(zh ? '：' : ': '),
      ...paramSegments(text, context, { field: 'text-with-facts' }),
      ...(earliest === undefined
        ? []
        : [words(zh ? '，最早 ' : ', earliest '), ...paramSegments(earliest, context, { field: 'time' })]),
    ];
  },
  key: () => '',
});
