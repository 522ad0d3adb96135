import { z } from 'zod';
import { paymentMethods } from '../choices/payment-methods.ts';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const recordPayment = defineCommand({
  name: 'record-payment',
  label: { zh: '登记收款', en: 'Record payment' },
  help: {
    zh: '登记收到的一笔钱；收齐后「等付款」的卡点随之解除。',
    en: 'Records money received; once all is paid the hold "Awaiting payment" is lifted.',
  },
  target: ['order'],
  input: z.object({
    amount: z
      .int()
      .min(1)
      .max(10_000_000_000)
      .meta(ui({ label: { zh: '收到的金额', en: 'Amount received' }, field: 'money' })),
    method: z
      .enum(
        paymentMethods
          .filter(({ value }) => value !== 'on_account' && value !== 'cod')
          .map(({ value }) => value),
      )
      .meta(
        ui({
          label: { zh: '付款方式', en: 'Method' },
          field: 'choice',
          options: paymentMethods.filter(({ value }) => value !== 'on_account' && value !== 'cod'),
        }),
      ),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['sales', 'service', 'finance'],
  key: () => '',
});
