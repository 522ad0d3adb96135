import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const requestRush = defineCommand({
  name: 'request-rush',
  label: { zh: '申请加急', en: 'Request rush' },
  help: {
    zh: '为客户申请加急，规则当场答复能不能做到。',
    en: 'Asks for rush on behalf of the customer; the rules answer at once whether it can be done.',
  },
  target: ['order'],
  input: z.object({
    neededBy: z.iso
      .datetime({ offset: true })
      .optional()
      .meta(ui({ label: { zh: '最晚什么时候要', en: 'Needed by' }, field: 'time' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['sales', 'service'],
  key: () => '',
});
