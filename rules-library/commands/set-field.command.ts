import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { labelOfFact } from '../sentences/label-of-fact.ts';
import { paramSegments } from '../sentences/param.ts';
import { factWord, operatorWord, words } from '../sentences/segments.ts';
import { inWords } from '../schema/pattern.ts';

export const setField = defineCommand({
  name: 'set-field',
  label: { zh: '填自定义项', en: 'Set custom field' },
  help: { zh: '填写订单的一个自定义项。', en: 'Fills one custom field of the order.' },
  target: ['order'],
  input: z.object({
    field: z
      .string()
      .max(80)
      .regex(
        inWords(/^custom\.(?!(?:__proto__|constructor|prototype)$)[^.$\s]{1,60}$/, {
          zh: 'custom. 加名称，如 custom.颜色',
          en: 'custom. and a name, such as custom.colour',
        }),
      )
      .meta(
        ui({
          label: { zh: '自定义项', en: 'Field' },
          field: 'field-name',
          placeholder: { zh: 'custom.颜色', en: 'custom.colour' },
        }),
      ),
    value: z
      .union([z.string().max(2000), z.number(), z.boolean()])
      .meta(ui({ label: { zh: '内容', en: 'Value' }, field: 'value' })),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['operations'],
  sentence: ({ field, value }, context) => {
    const name = typeof field === 'string' ? factWord(labelOfFact(field, context)) : words('');
    return context.language === 'zh'
      ? [words('把「'), name, words('」'), operatorWord('填为'), words(' '), ...paramSegments(value, context)]
      : [operatorWord('Set'), words(' "'), name, words('" to '), ...paramSegments(value, context)];
  },
  key: ({ field }) => field,
});
