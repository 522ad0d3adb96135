import { z } from 'zod';
import { weekdays } from '../../choices/weekdays.ts';
import { defineBlock } from '../../define/block.ts';
import { ui } from '../../define/ui.ts';
import type { Condition } from '../../schema/condition.ts';
import { clockTimeSchema } from '../clock-time.ts';
import { listText, operatorWord, valueWord, words } from '../../sentences/segments.ts';
import type { Segment, SentenceContext } from '../../define/sentence.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';
import { yesNoExits } from './yes-no.ts';
import { ifWords, yesNoWords } from './yes-no-words.ts';

const days = weekdays.map(({ value }) => value);

const params = z
  .strictObject({
    from: clockTimeSchema.meta(
      ui({ label: { zh: '从', en: 'From' }, field: 'text', placeholder: { zh: '如 08:30', en: 'as 08:30' } }),
    ),
    to: clockTimeSchema.meta(
      ui({
        label: { zh: '到（不含）', en: 'Until (not included)' },
        field: 'text',
        placeholder: { zh: '如 18:00', en: 'as 18:00' },
      }),
    ),
    weekdays: z
      .array(z.enum(days))
      .min(1)
      .max(7)
      .optional()
      .meta(ui({ label: { zh: '只在这些天', en: 'Only on' }, field: 'choices', options: weekdays })),
    whenMissing: whenMissingSchema,
  })
  .refine(({ from, to }) => from !== to, {
    path: ['to'],
    params: { zh: '不能和开始一样', en: 'has to differ from the start' },
  });
type Window = z.output<typeof params>;

/** Minutes since midnight. */
function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':').map(Number);
  return hours! * 60 + minutes!;
}

/** A window over midnight belongs to the day on which it begins: after midnight that is the day before. */
function within({ from, to, weekdays: only }: Window): Condition {
  const [start, end] = [minutesOf(from), minutesOf(to)];
  const clock = (id: string, operator: string, value: number): Condition => ({
    id,
    fact: 'clock.sinceMidnight',
    operator,
    value,
  });
  const on = (id: string, shift: number): Condition[] =>
    only === undefined
      ? []
      : [
          {
            id,
            fact: 'clock.weekday',
            operator: 'in',
            value: only.map((day) => days[(days.indexOf(day) + shift) % 7]!).toSorted(),
          },
        ];
  const begun: Condition[] = [clock('from', 'greaterThanInclusive', start), ...on('day', 0)];
  if (start < end) return { all: [...begun, clock('to', 'lessThan', end)] };
  return { any: [{ all: begun }, { all: [clock('to', 'lessThan', end), ...on('day-before', 1)] }] };
}

/** 「时间在 22:00 到 06:00（星期五、星期六）」. */
function windowWords({ from, to, weekdays: only }: Window, { language }: SentenceContext): Segment[] {
  const labels = only?.map((day) => weekdays.find(({ value }) => value === day)!.label[language]);
  const on = labels === undefined ? '' : listText(labels, language);
  return language === 'zh'
    ? [
        operatorWord('时间在'),
        words(' '),
        valueWord(`${from} 到 ${to}`),
        ...(on === '' ? [] : [words('（'), valueWord(on), words('）')]),
      ]
    : [
        operatorWord('the time is'),
        words(' '),
        valueWord(`${from} to ${to}`),
        ...(on === '' ? [] : [words(' on '), valueWord(on)]),
      ];
}

const night = { from: '22:30', to: '06:00', weekdays: ['friday'] };
const at = (weekday: string, sinceMidnight: number) => ({
  'clock.weekday': weekday,
  'clock.sinceMidnight': sinceMidnight,
});

export const timeWindowBlock = defineBlock({
  kind: 'time-window',
  version: 1,
  category: 'check',
  label: { zh: '时段', en: 'Time of day' },
  help: {
    zh: '看现在是不是在这段时间里，按公司所在的时区。跨过零点的时段算在开始的那一天。',
    en: "Whether it is now within this time, in the company's zone. One over midnight belongs to the day it begins on.",
  },
  ports: yesNoPorts,
  params,
  initial: { from: '08:30', to: '18:00', whenMissing: 'person' },
  compile: (given) => ({ role: 'check', exits: yesNoExits(within(given), given.whenMissing) }),
  sentence: (given, context) => ifWords(windowWords(given, context), context),
  exit: (given, port, context) => yesNoWords(windowWords(given, context), port, context),
  examples: [
    {
      name: { zh: '上班时间', en: 'Working hours' },
      params: { from: '08:30', to: '18:00' },
      facts: at('monday', 510),
      port: 'yes',
    },
    {
      name: { zh: '正好下班', en: 'Just closed' },
      params: { from: '08:30', to: '18:00' },
      facts: at('monday', 1080),
      port: 'no',
    },
    { name: { zh: '当晚', en: 'That night' }, params: night, facts: at('friday', 1350), port: 'yes' },
    {
      name: { zh: '次日凌晨', en: 'After midnight' },
      params: night,
      facts: at('saturday', 359),
      port: 'yes',
    },
    {
      name: { zh: '前一天凌晨', en: 'The morning before' },
      params: night,
      facts: at('friday', 359),
      port: 'no',
    },
    {
      name: { zh: '到半夜', en: 'Until midnight' },
      params: { from: '20:00', to: '24:00' },
      facts: at('monday', 1439),
      port: 'yes',
    },
    { name: { zh: '不知道时间', en: 'The time is not known' }, params: night, facts: {}, port: 'unknown' },
    {
      name: { zh: '没有这个时间', en: 'No such time' },
      params: { from: '25:00', to: '06:00' },
      problem: 'params',
    },
    {
      name: { zh: '开始等于结束', en: 'From and until are the same' },
      params: { from: '08:00', to: '08:00' },
      problem: 'params',
    },
  ],
});
