import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { words } from '../../sentences/segments.ts';

export const groupBlock = defineBlock({
  kind: 'group',
  version: 1,
  category: 'note',
  label: { zh: '分组框', en: 'Group' },
  help: {
    zh: '给一片积木加个框和标题，不影响判定。',
    en: 'A frame with a title around some blocks; decides nothing.',
  },
  ports: () => [],
  params: z.strictObject({
    text: z
      .string()
      .max(200)
      .meta(ui({ label: { zh: '标题', en: 'Title' }, field: 'text' })),
    width: z.int().min(80).max(6000).default(480),
    height: z.int().min(60).max(6000).default(320),
  }),
  initial: { text: '', width: 480, height: 320 },
  compile: () => ({ role: 'note' }),
  sentence: ({ text }) => [words(text)],
  examples: [{ name: { zh: '一个框', en: 'A frame' }, params: { text: '信用' } }],
});
