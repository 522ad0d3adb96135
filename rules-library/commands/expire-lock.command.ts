import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const expireLock = defineCommand({
  name: 'expire-lock',
  label: { zh: '锁库到期', en: 'Expire a lock' },
  help: {
    zh: '锁得太久的货还回去，并按规则处理。',
    en: 'Gives back what was locked for too long, and has it decided.',
  },
  target: ['order'],
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
