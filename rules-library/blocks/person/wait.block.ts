import { z } from 'zod';
import { events } from '../../choices/events.ts';
import { raisedEvents } from '../../choices/raised-events.ts';
import { defineBlock, type Port } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import { factReferenceSchema } from '../../schema/condition.ts';
import { minutesText } from '../../sentences/format-number.ts';
import { paramSegments } from '../../sentences/param.ts';
import { operatorWord, valueWord, words } from '../../sentences/segments.ts';

const whats = [
  { value: 'for', label: { zh: '等一段时间', en: 'For a time' } },
  { value: 'until', label: { zh: '等到某个时间', en: 'Until a time' } },
  { value: 'event', label: { zh: '等一件事发生', en: 'For an event' } },
] as const;
const awaited = events.filter(({ subject }) => subject === 'order');

const params = z
  .strictObject({
    what: z
      .enum(whats.map(({ value }) => value))
      .meta(ui({ label: { zh: '等什么', en: 'Waits' }, field: 'choice', options: whats })),
    for: z
      .int()
      .min(1)
      .max(525_600)
      .optional()
      .meta(
        ui({
          label: { zh: '等多久', en: 'How long' },
          field: 'duration',
          shownWhen: { param: 'what', in: ['for'] },
        }),
      ),
    until: z
      .union([z.iso.datetime({ offset: true }), factReferenceSchema])
      .optional()
      .meta(
        ui({
          label: { zh: '等到', en: 'Until' },
          field: 'time',
          shownWhen: { param: 'what', in: ['until'] },
        }),
      ),
    event: z
      .enum(awaited.map(({ value }) => value))
      .optional()
      .meta(
        ui({
          label: { zh: '等哪件事', en: 'Which event' },
          field: 'choice',
          options: awaited.filter(({ value }) => raisedEvents.includes(value)),
          shownWhen: { param: 'what', in: ['event'] },
        }),
      ),
    atMost: z
      .int()
      .min(1)
      .max(525_600)
      .optional()
      .meta(
        ui({
          label: { zh: '最多等多久', en: 'At most' },
          field: 'duration',
          shownWhen: { param: 'what', in: ['event'] },
        }),
      ),
  })
  .superRefine((given, context) => {
    const needed = given.what === 'event' ? (['event', 'atMost'] as const) : ([given.what] as const);
    for (const name of needed) {
      if (given[name] !== undefined) continue;
      const text = { zh: '还没填，请补上', en: 'is not given yet' };
      context.addIssue({ code: 'custom', path: [name], message: 'missing', params: text });
    }
  });

const reached: Port = { id: 'reached', label: { zh: '时间到', en: 'reached' }, unconnected: 'nothing' };
const happened: Port = { id: 'happened', label: { zh: '发生了', en: 'happened' }, unconnected: 'nothing' };
const timedOut: Port = { id: 'timedOut', label: { zh: '超时', en: 'timed out' }, unconnected: 'error' };
const portsOf = (what: string): Port[] => (what === 'event' ? [happened, timedOut] : [reached]);

export const waitBlock = defineBlock({
  kind: 'wait',
  version: 1,
  category: 'person',
  label: { zh: '等待', en: 'Wait' },
  help: {
    zh: '等一段时间、等到某个时间，或等一件事发生。订单结束就不再等；等到以后数据重新读取。',
    en: 'Waits for a time, until a moment or for an event. It ends with the order; afterwards data is read anew.',
  },
  follows: ['order'],
  needs: ['start-wait'],
  ports: ({ what }) => portsOf(what),
  params,
  initial: { what: 'for', for: 60 },
  compile: ({ what, ...given }) => ({
    role: 'action',
    event: {
      type: 'start-wait',
      params: what === 'event' ? { event: given.event, atMost: given.atMost } : { [what]: given[what] },
    },
    stages: portsOf(what).map(({ id }) => id),
  }),
  fromEvent: ({ params: given = {} }) => {
    const what = whats.find(({ value }) => Object.hasOwn(given, value))?.value;
    return what === undefined ? undefined : { what, ...given };
  },
  sentence: ({ what, for: minutes = 0, until, event, atMost = 0 }, context) => {
    const { language } = context;
    const zh = language === 'zh';
    if (what === 'for')
      return [operatorWord(zh ? '等' : 'Wait for'), words(' '), valueWord(minutesText(minutes, language))];
    if (what === 'until')
      return [
        operatorWord(zh ? '等到' : 'Wait until'),
        words(' '),
        ...paramSegments(until, context, { field: 'time' }),
      ];
    const clause = awaited.find(({ value }) => value === event)!.clause[language];
    const most = minutesText(atMost, language);
    return zh
      ? [operatorWord('等'), words(' '), valueWord(clause), words('，最多 '), valueWord(most)]
      : [operatorWord('Wait until'), words(' '), valueWord(clause), words(', at most '), valueWord(most)];
  },
  examples: [
    {
      name: { zh: '等一小时', en: 'An hour' },
      params: { what: 'for', for: 60 },
      emits: { type: 'start-wait', params: { for: 60 } },
    },
    {
      name: { zh: '等付款', en: 'Until payment' },
      params: { what: 'event', event: 'payment.changed', atMost: 120 },
      emits: { type: 'start-wait', params: { event: 'payment.changed', atMost: 120 } },
    },
    {
      name: { zh: '等到承诺的时间', en: 'Until the promise' },
      params: { what: 'until', until: { fact: 'order.promisedDelivery' } },
      emits: { type: 'start-wait', params: { until: { fact: 'order.promisedDelivery' } } },
    },
    { name: { zh: '没说等多久', en: 'How long is not said' }, params: { what: 'for' }, problem: 'params' },
  ],
});
