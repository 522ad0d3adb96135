import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';
import { moneyText } from '../sentences/format-number.ts';
import { paramSegments } from '../sentences/param.ts';
import { operatorWord, valueWord, words } from '../sentences/segments.ts';

export const requestPayment = defineCommand({
  name: 'request-payment',
  label: { zh: '请客户付款', en: 'Request payment' },
  help: {
    zh: '记下要客户付的金额，并提醒客服和财务去收；不填就是全部待付。',
    en: 'Notes what the customer shall pay and reminds service and finance; all that is due unless given.',
  },
  target: ['order'],
  input: z.object({
    amount: z
      .int()
      .min(1)
      .max(10_000_000_000)
      .optional()
      .meta(ui({ label: { zh: '金额', en: 'Amount' }, field: 'money' })),
  }),
  needsReason: false,
  automatable: true,
  button: true,
  risk: 'low',
  ports: [{ id: 'next', label: { zh: '然后', en: 'then' }, unconnected: 'nothing' }],
  roles: ['sales', 'service', 'finance'],
  sentence: ({ amount }, context) => [
    operatorWord(context.language === 'zh' ? '请客户付款' : 'Request payment'),
    ...(amount === undefined
      ? []
      : [
          words(' '),
          ...(typeof amount === 'number' ? [valueWord(moneyText(amount))] : paramSegments(amount, context)),
        ]),
  ],
  key: () => '',
});
