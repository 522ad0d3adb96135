import { z } from 'zod';
import { importIdSchema, stagedPartSchema } from '../contract/imports.ts';
import { defineCommand } from '../define/command.ts';

export const stageImport = defineCommand({
  name: 'stage-import',
  label: { zh: '预览导入文件', en: 'Look at a file to import' },
  help: {
    zh: '送来文件的行，看会改什么；还不生效。',
    en: 'Brings the rows of a file to see what they would change; nothing takes effect yet.',
  },
  target: [],
  input: stagedPartSchema.extend({ import: importIdSchema, part: z.int().min(0).max(1000) }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: ['operations', 'steward', 'keeper', 'planner'],
  key: () => '',
});
