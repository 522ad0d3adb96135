import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const planTimes = defineCommand({
  name: 'plan-times',
  label: { zh: '排定时', en: 'Set times' },
  help: {
    zh: '按生效的版本排好每天几点和每隔多久，由系统自己按下。',
    en: 'Sets the times of day and intervals of the release in force; pressed by the system itself.',
  },
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
