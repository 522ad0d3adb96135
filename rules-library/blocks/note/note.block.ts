import { z } from 'zod';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { words } from '../../sentences/segments.ts';

export const noteBlock = defineBlock({
  kind: 'note',
  version: 1,
  category: 'note',
  label: { zh: '便签', en: 'Note' },
  help: { zh: '写给同事看的话，不影响判定。', en: 'Words for colleagues; decides nothing.' },
  ports: () => [],
  params: z.strictObject({
    text: z
      .string()
      .max(2000)
      .meta(ui({ label: { zh: '内容', en: 'Text' }, field: 'long-text' })),
  }),
  initial: { text: '' },
  compile: () => ({ role: 'note' }),
  sentence: ({ text }) => [words(text)],
  examples: [{ name: { zh: '一句话', en: 'A sentence' }, params: { text: '双十二前复查' } }],
});
