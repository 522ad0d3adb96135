import { z } from 'zod';
import { ui } from '../../define/ui.ts';
import { sourceTrigger } from './source-trigger.ts';

export const connectorEventBlock = sourceTrigger({
  kind: 'connector.event',
  help: {
    zh: '对接的系统报来一件它自己的事时。',
    en: 'When a connected system reports something of its own.',
  },
  params: z.strictObject({
    event: z
      .string()
      .trim()
      .min(1)
      .max(80)
      .meta(ui({ label: { zh: '哪种事件', en: 'Which event' }, field: 'text' })),
  }),
  initial: { event: 'event' },
  source: ({ event }) => event,
  says: ({ event }, { language }) => (language === 'zh' ? `「${event}」` : `"${event}"`),
  examples: [
    {
      name: { zh: '一种事件', en: 'An event' },
      params: { event: 'price.changed' },
      facts: { 'event.source': 'price.changed' },
    },
    { name: { zh: '没填事件', en: 'No event' }, params: { event: ' ' }, problem: 'params' },
  ],
});
