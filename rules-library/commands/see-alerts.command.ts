import { z } from 'zod';
import { roles } from '../choices/roles.ts';
import { defineCommand, type Role } from '../define/command.ts';

export const seeAlerts = defineCommand({
  name: 'see-alerts',
  label: { zh: '看到预警', en: 'See alerts' },
  help: { zh: '记下这些预警有人看到了。', en: 'Notes that a person has had these alerts before their eyes.' },
  target: [],
  input: z.object({ alerts: z.array(z.string().min(1).max(80)).min(1).max(100) }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: roles.map(({ value }) => value as Role),
  key: () => '',
});
