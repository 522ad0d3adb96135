import { z } from 'zod';
import { weekdays } from '../../choices/weekdays.ts';
import { ui } from '../../define/ui.ts';
import { minutesText } from '../../sentences/format-number.ts';
import { labelOfFact } from '../../sentences/label-of-fact.ts';
import { listText } from '../../sentences/segments.ts';
import { clockTimeSchema } from '../clock-time.ts';
import { sourceTrigger } from './source-trigger.ts';

const whens = [
  { value: 'at', label: { zh: '每天几点', en: 'At a time of day' } },
  { value: 'every', label: { zh: '每隔一段时间', en: 'Every so often' } },
  { value: 'before', label: { zh: '订单的某个时间之前', en: 'Before a time of the order' } },
  { value: 'after', label: { zh: '订单的某个时间之后', en: 'After a time of the order' } },
] as const;

/** Times of an order a flow can be woken by. */
const times = [
  { value: 'order.placedAt', label: { zh: '下单时间', en: 'Placed at' } },
  { value: 'order.requestedDelivery', label: { zh: '期望交付', en: 'Requested delivery' } },
  { value: 'order.promisedDelivery', label: { zh: '承诺交付', en: 'Promised delivery' } },
] as const;

const relative = ['before', 'after'];
const params = z
  .strictObject({
    when: z
      .enum(whens.map(({ value }) => value))
      .meta(ui({ label: { zh: '什么时候', en: 'When' }, field: 'choice', options: whens })),
    at: clockTimeSchema.optional().meta(
      ui({
        label: { zh: '几点', en: 'Time of day' },
        field: 'text',
        shownWhen: { param: 'when', in: ['at'] },
      }),
    ),
    weekdays: z
      .array(z.enum(weekdays.map(({ value }) => value)))
      .min(1)
      .max(7)
      .optional()
      .meta(
        ui({
          label: { zh: '只在这些天', en: 'Only on' },
          field: 'choices',
          options: weekdays,
          shownWhen: { param: 'when', in: ['at'] },
        }),
      ),
    minutes: z
      .int()
      .min(1)
      .max(525_600)
      .optional()
      .meta(
        ui({
          label: { zh: '多久', en: 'How long' },
          field: 'duration',
          shownWhen: { param: 'when', in: ['every', ...relative] },
        }),
      ),
    of: z
      .enum(times.map(({ value }) => value))
      .optional()
      .meta(
        ui({
          label: { zh: '订单的哪个时间', en: 'Which time of the order' },
          field: 'choice',
          options: times,
          shownWhen: { param: 'when', in: relative },
        }),
      ),
  })
  .superRefine((given, context) => {
    const needed: Record<string, readonly (keyof typeof given)[]> = {
      at: ['at'],
      every: ['minutes'],
      before: ['minutes', 'of'],
      after: ['minutes', 'of'],
    };
    for (const name of needed[given.when] ?? []) {
      if (given[name] !== undefined) continue;
      const text = { zh: '还没填，请补上', en: 'is not given yet' };
      context.addIssue({ code: 'custom', path: [name], message: 'missing', params: text });
    }
  });

export const timeReachedBlock = sourceTrigger({
  kind: 'time.reached',
  help: {
    zh: '到了钟点、每隔一段时间，或在订单某个时间的前后。按公司所在的时区。',
    en: "At a time of day, every so often, or before or after a time of an order, in the company's zone.",
  },
  params,
  initial: { when: 'at', at: '08:30' },
  source: (_params, { flow, node }) => `${flow}/${node}`,
  subject: ({ when }) => (relative.includes(when) ? 'order' : undefined),
  says: ({ when, at, weekdays: only, minutes = 0, of = '' }, context) => {
    const { language } = context;
    const long = minutesText(minutes, language);
    if (when === 'every') return language === 'zh' ? `每隔 ${long}` : `every ${long}`;
    if (when === 'at') {
      const days = only?.map((day) => weekdays.find(({ value }) => value === day)!.label[language]);
      const on = days === undefined ? (language === 'zh' ? '每天' : 'every day') : listText(days, language);
      return language === 'zh' ? `${on} ${at}` : `${at} on ${on}`.replace('on every day', 'every day');
    }
    const name = labelOfFact(of, context);
    if (language === 'zh') return `${name}${when === 'before' ? '前' : '后'} ${long}`;
    return `${long} ${when} ${name}`;
  },
  examples: [
    {
      name: { zh: '每天早上', en: 'Every morning' },
      params: { when: 'at', at: '08:30' },
      facts: { 'event.source': 'example/it' },
    },
    {
      name: { zh: '承诺前一天', en: 'A day before the promise' },
      params: { when: 'before', minutes: 1440, of: 'order.promisedDelivery' },
      facts: { 'event.source': 'example/it' },
    },
    { name: { zh: '没说多久', en: 'How often is not said' }, params: { when: 'every' }, problem: 'params' },
  ],
});
