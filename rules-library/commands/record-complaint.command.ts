import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const recordComplaint = defineCommand({
  name: 'record-complaint',
  label: { zh: '登记投诉', en: 'Record complaint' },
  help: { zh: '记下客户对这张订单的投诉。', en: 'Notes a complaint of the customer about this order.' },
  target: ['order'],
  input: z.object({
    text: z
      .string()
      .trim()
      .min(1)
      .max(1000)
      .meta(ui({ label: { zh: '投诉了什么', en: 'What the complaint is' }, field: 'long-text' })),
  }),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'none',
  ports: [],
  roles: ['sales', 'service', 'finance'],
  key: () => '',
});
