import { z } from 'zod';
import type { BlockDefinition } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { idSchema } from '../../schema/ids.ts';
import type { Text } from '../../schema/text.ts';
import { sourceTrigger } from './source-trigger.ts';

/** A trigger at one end of a season. */
export function seasonTrigger(kind: string, help: Text): BlockDefinition {
  return sourceTrigger({
    kind,
    help,
    params: z.strictObject({
      season: idSchema.meta(ui({ label: { zh: '哪个特殊时期', en: 'Season' }, field: 'text' })),
    }),
    initial: { season: 'season-1' },
    source: ({ season }) => season,
    says: ({ season }, { language, nameOf }) => {
      const name = nameOf('season', season)?.[language] ?? season;
      return language === 'zh' ? `「${name}」` : `"${name}"`;
    },
    examples: [
      {
        name: { zh: '一个时期', en: 'A season' },
        params: { season: 'double-11' },
        facts: { 'event.source': 'double-11' },
      },
      { name: { zh: '没选时期', en: 'No season' }, params: {}, problem: 'params' },
    ],
  });
}
