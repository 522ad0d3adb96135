import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const enablePerson = defineCommand({
  name: 'enable-person',
  label: { zh: '恢复人员', en: 'Enable person' },
  help: {
    zh: '停用的人又能登录，密码不变。',
    en: 'A disabled person can sign in again, with the same password.',
  },
  target: ['person'],
  input: z.object({}),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
