import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const fireTimer = defineCommand({
  name: 'fire-timer',
  label: { zh: '到点', en: 'Time reached' },
  help: {
    zh: '一个时限到了，由系统自己按下。',
    en: 'A time limit is reached; pressed by the system itself.',
  },
  target: [],
  input: z.object({
    timer: z.string().min(1).max(300),
    /** Which lease of the timer this is: an older one is refused. */
    lease: z.int().min(1),
  }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
