import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const setUpCompany = defineCommand({
  name: 'set-up-company',
  label: { zh: '初始建立', en: 'Set up' },
  help: {
    zh: '空的系统第一次启动：公司设置，以及谁能先进来。',
    en: 'The first start of an empty store: the settings of the company, and who gets in first.',
  },
  target: [],
  input: z.object({
    demo: z.boolean(),
    /** Of the password of the demo people. */
    passwordHash: z.string().max(500).optional(),
    /** Of the one-time link for the first person. */
    tokenHash: z.string().max(100).optional(),
  }),
  needsReason: false,
  automatable: false,
  button: false,
  systemOnly: true,
  risk: 'none',
  ports: [],
  roles: [],
  key: () => '',
});
