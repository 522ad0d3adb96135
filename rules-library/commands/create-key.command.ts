import { defineCommand } from '../define/command.ts';
import { keyInputSchema } from '../contract/session.ts';

export const createKey = defineCommand({
  name: 'create-key',
  label: { zh: '新建密钥', en: 'Create key' },
  help: { zh: '给一个系统新建密钥，只显示一次。', en: 'Makes a key for a system; it is shown once.' },
  target: [],
  input: keyInputSchema,
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['steward'],
  key: () => '',
});
