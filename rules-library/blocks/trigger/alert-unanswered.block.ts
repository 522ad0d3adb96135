import { z } from 'zod';
import { alertKinds } from '../../choices/alert-kinds.ts';
import { ownCodeSchema } from '../../commands/own-code.ts';
import { ui } from '../../define/ui.ts';
import { labelOfChoice } from '../../sentences/format-fact.ts';
import { sourceTrigger } from './source-trigger.ts';

export const alertUnansweredBlock = sourceTrigger({
  kind: 'alert.unanswered',
  help: { zh: '一种预警过了时限还没人处理时。', en: 'When nobody has answered an alert in its time.' },
  params: z.strictObject({
    kind: z
      .enum(alertKinds.map(({ value }) => value))
      .or(ownCodeSchema)
      .meta(ui({ label: { zh: '哪种预警', en: 'Kind of alert' }, field: 'choice', options: alertKinds })),
  }),
  initial: { kind: 'promise-at-risk' },
  source: ({ kind }) => kind,
  says: ({ kind }, { language }) => {
    const name = labelOfChoice(alertKinds, kind, language);
    return language === 'zh' ? `「${name}」` : `"${name}"`;
  },
  examples: [
    {
      name: { zh: '缺货预警', en: 'An alert of no stock' },
      params: { kind: 'no-stock' },
      facts: { 'event.source': 'no-stock' },
    },
    { name: { zh: '没有这种预警', en: 'No such kind' }, params: { kind: 'boredom' }, problem: 'params' },
  ],
});
