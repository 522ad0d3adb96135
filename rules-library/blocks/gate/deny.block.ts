import { z } from 'zod';
import { holdCodes } from '../../choices/hold-codes.ts';
import { holdCodeSchema } from '../../commands/hold-order.command.ts';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { textSchema } from '../../schema/text.ts';
import { drawnTextSegments } from '../../sentences/fill-text.ts';
import { labelOfChoice } from '../../sentences/format-fact.ts';
import { operatorWord, valueWord, words } from '../../sentences/segments.ts';

/** A button that would clear the way. */
const cureSchema = z.strictObject({
  name: z.string().min(1).max(64),
  target: z.string().max(200).optional(),
  input: z.record(z.string().max(64), z.unknown()).optional(),
});

const reason = {
  code: 'credit-exceeded',
  text: { zh: '超出信用 {order.overCredit}', en: 'Over credit by {order.overCredit}' },
};

export const denyBlock = defineBlock({
  kind: 'deny',
  version: 1,
  category: 'gate',
  label: { zh: '拦下', en: 'Deny' },
  help: {
    zh: '不让按下的按钮生效，说明原因，也可以给出能解决的按钮。只用在关口后面。',
    en: 'Keeps the button from taking effect, says why, and may offer the buttons that cure it. Behind gates only.',
  },
  needs: ['deny'],
  ports: () => [],
  params: z.strictObject({
    code: holdCodeSchema.meta(
      ui({ label: { zh: '原因', en: 'Reason' }, field: 'choice', options: holdCodes }),
    ),
    text: z
      .union([textSchema, z.string().trim().min(1).max(1000)])
      .meta(ui({ label: { zh: '怎么说', en: 'Words' }, field: 'text-with-facts' })),
    cures: z
      .array(cureSchema)
      .max(10)
      .optional()
      .meta(ui({ label: { zh: '可以怎么办', en: 'What cures it' }, field: 'buttons', advanced: true })),
  }),
  initial: { code: 'manual-review', text: { zh: '', en: '' } },
  compile: (params) => ({ role: 'action', event: { type: 'deny', params } }),
  sentence: ({ code, text }, context) => {
    const zh = context.language === 'zh';
    return [
      operatorWord(zh ? '拦下' : 'Deny'),
      words(zh ? '：' : ': '),
      valueWord(labelOfChoice(holdCodes, code, context.language)),
      words(zh ? '，' : ', '),
      ...drawnTextSegments(text, context),
    ];
  },
  examples: [
    { name: { zh: '超信用', en: 'Over credit' }, params: reason, emits: { type: 'deny', params: reason } },
    {
      name: { zh: '没有这种原因', en: 'No such reason' },
      params: { ...reason, code: 'mood' },
      problem: 'params',
    },
  ],
});
