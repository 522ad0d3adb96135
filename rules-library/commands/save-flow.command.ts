import { z } from 'zod';
import { defineCommand } from '../define/command.ts';
import { flowSchema } from '../schema/flow.ts';

export const saveFlow = defineCommand({
  name: 'save-flow',
  label: { zh: '保存规则流', en: 'Save flow' },
  help: {
    zh: '保存规则流的草稿；草稿不影响任何订单。',
    en: 'Saves the draft of a flow; a draft decides no order.',
  },
  target: ['flow'],
  input: z.object({ flow: flowSchema, version: z.int().min(0) }),
  needsReason: false,
  automatable: false,
  button: false,
  risk: 'none',
  ports: [],
  roles: ['operations'],
  key: () => '',
});
