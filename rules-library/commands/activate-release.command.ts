import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const activateRelease = defineCommand({
  name: 'activate-release',
  label: { zh: '回滚', en: 'Roll back' },
  help: { zh: '让较早的发布版本重新生效。', en: 'Puts an earlier release in force again.' },
  target: ['release'],
  input: z.object({}),
  needsReason: true,
  automatable: false,
  button: true,
  risk: 'high',
  ports: [],
  roles: ['operations'],
  key: () => '',
});
