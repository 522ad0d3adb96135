import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const escalateAlert = defineCommand({
  name: 'escalate-alert',
  label: { zh: '预警升级', en: 'Escalate an alert' },
  help: {
    zh: '到时没人回应的预警转给下一个角色，并按规则处理。',
    en: 'Hands an alert that nobody answered in time on to the next role, and has it decided.',
  },
  target: ['alert'],
  input: z.object({
    /** The number of the lease under which the job acts. */
    fence: z.int().min(1),
  }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
