import { z } from 'zod';
import { defineCommand } from '../define/command.ts';

export const loadTemplate = defineCommand({
  name: 'load-template',
  label: { zh: '载入模板', en: 'Load template' },
  help: {
    zh: '把模板的规则流作为草稿、基础资料作为起点载入。',
    en: 'Loads the flows of a template as drafts, and its catalogue to start from.',
  },
  target: ['template'],
  input: z.object({}),
  needsReason: false,
  automatable: false,
  button: true,
  risk: 'none',
  ports: [],
  roles: ['operations'],
  key: () => '',
});
