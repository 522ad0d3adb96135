import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const acknowledgeAlert = defineCommand({
  name: 'acknowledge-alert',
  label: { zh: '已知晓', en: 'Acknowledge' },
  help: { zh: '告诉大家您看到了这条预警。', en: 'Tells everybody that you have seen this alert.' },
  target: ['alert'],
  input: z.object({}),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'none',
  ports: [],
  roles: [
    'operations',
    'sales',
    'keeper',
    'service',
    'planner',
    'approver',
    'finance',
    'dispatcher',
    'steward',
    'manager',
  ],
  key: () => '',
});
