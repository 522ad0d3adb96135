import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const deliverAlerts = defineCommand({
  name: 'deliver-alerts',
  label: { zh: '预警送达', en: 'Deliver alerts' },
  help: { zh: '记下哪些人的屏幕收到了预警。', en: 'Notes whose screens have received which alerts.' },
  target: [],
  input: z.object({
    receipts: z
      .array(z.object({ alert: z.string().min(1).max(80), person: z.string().min(1).max(120) }))
      .min(1)
      .max(500),
  }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
