import { z } from 'zod';
import { importIdSchema } from '../contract/imports.ts';
import { defineCommand } from '../define/command.ts';

export const cancelImport = defineCommand({
  name: 'cancel-import',
  label: { zh: '停止导入', en: 'Stop the import' },
  help: {
    zh: '还没生效的行不再导入；已生效的保持不变。',
    en: 'Rows not yet taken in stay out; those taken in stay in.',
  },
  target: [],
  input: z.object({ import: importIdSchema }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'low',
  ports: [],
  roles: ['operations', 'steward', 'keeper', 'planner'],
  key: () => '',
});
