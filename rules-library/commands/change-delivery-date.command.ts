import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { ui } from '../define/ui.ts';

export const changeDeliveryDate = defineCommand({
  name: 'change-delivery-date',
  label: { zh: '修改交付时间', en: 'Change delivery date' },
  help: {
    zh: '改客户期望的交付时间，规则会当场重新判定。',
    en: 'Changes when the customer wants it; the rules decide anew at once.',
  },
  target: ['order'],
  input: z.object({
    requestedDelivery: z.iso
      .datetime({ offset: true })
      .meta(ui({ label: { zh: '新的交付时间', en: 'New delivery time' }, field: 'time' })),
  }),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'low',
  ports: [],
  roles: ['sales', 'service'],
  key: () => '',
});
