import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const foldAlerts = defineCommand({
  name: 'fold-alerts',
  label: { zh: '合并预警', en: 'Fold alerts' },
  help: { zh: '把相同的预警合并成一条计数。', en: 'Counts alerts of one kind into one.' },
  target: [],
  input: z.object({}),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
