import { z } from 'zod';
import { importIdSchema } from '../contract/imports.ts';
import { defineCommand } from '../define/command.ts';

export const applyImport = defineCommand({
  name: 'apply-import',
  label: { zh: '导入', en: 'Import' },
  help: {
    zh: '按预览逐行生效，每一行都记下这次的原因和凭证；关掉窗口也会继续。',
    en: 'Takes the rows in as they were shown, each with this reason and voucher; it goes on when the window is closed.',
  },
  target: [],
  input: z.object({ import: importIdSchema }),
  needsReason: true,
  automatable: false,
  button: false,
  risk: 'high',
  ports: [],
  roles: ['operations', 'steward', 'keeper', 'planner'],
  key: () => '',
});
