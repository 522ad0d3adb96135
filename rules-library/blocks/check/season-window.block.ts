import { z } from 'zod';
import { festivals } from '../../choices/festivals.ts';
import { defineBlock } from '../../define/block.ts';
import type { Segment, SentenceContext } from '../../define/sentence.ts';
import { ui } from '../../define/ui.ts';
import { festivalIds } from '../../festivals/festival-ids.ts';
import type { Condition } from '../../schema/condition.ts';
import { idSchema } from '../../schema/ids.ts';
import type { DerivedFact } from '../../schema/rule.ts';
import { operatorWord, valueWord, words } from '../../sentences/segments.ts';
import { whenMissingSchema, yesNoPorts } from './when-missing.ts';
import { yesNoExits } from './yes-no.ts';
import { ifWords, yesNoWords } from './yes-no-words.ts';

const day = z.int().min(-180).max(180).optional();
const params = z
  .strictObject({
    season: idSchema.optional().meta(
      ui({
        label: { zh: '特殊时期', en: 'Season' },
        help: { zh: '填了时期就不用填节日', en: 'With a season no festival is needed' },
        field: 'text',
      }),
    ),
    festival: z
      .enum(festivalIds)
      .optional()
      .meta(ui({ label: { zh: '或节日前后', en: 'Or around' }, field: 'choice', options: festivals })),
    fromDays: day.meta(
      ui({
        label: { zh: '从节日第几天起（节前为负）', en: 'From so many days after (negative: before)' },
        field: 'number',
      }),
    ),
    toDays: day.meta(
      ui({
        label: { zh: '到节日第几天止（不含）', en: 'Until so many days after (not included)' },
        field: 'number',
      }),
    ),
    whenMissing: whenMissingSchema,
  })
  .superRefine(({ season, festival, fromDays, toDays }, context) => {
    const tell = (path: string, zh: string, en: string): void =>
      context.addIssue({ code: 'custom', path: [path], message: 'wrong', params: { zh, en } });
    if ((season === undefined) === (festival === undefined)) {
      tell('season', '请在时期和节日里选一样', 'choose a season or a festival');
    } else if (festival !== undefined && (fromDays === undefined || toDays === undefined)) {
      tell(fromDays === undefined ? 'fromDays' : 'toDays', '还没填，请补上', 'is not given yet');
    } else if (festival !== undefined && fromDays! >= toDays!) {
      tell('toDays', '要晚于开始的那天', 'has to be later than the first day');
    }
  });
type Window = z.output<typeof params>;

/** Days up to and with the festival are counted to the next one, days after it from the last one. */
function within(
  { season, festival, fromDays, toDays }: Window,
  result: string,
): { of: Condition; derived: DerivedFact[] } {
  if (season !== undefined) {
    return { of: { id: 'season', fact: 'season.active', operator: 'contains', value: season }, derived: [] };
  }
  const [first, last] = [fromDays!, toDays! - 1];
  const until = `clock.daysTo.${festival}`;
  const since = `${result}.since`;
  const parts: Condition[] = [];
  if (first <= 0) {
    parts.push({ id: 'before', fact: until, operator: 'between', value: [Math.max(0, -last), -first] });
  }
  if (last > 0) {
    parts.push({ id: 'after', fact: since, operator: 'between', value: [Math.max(1, first), last] });
  }
  const derived = {
    id: since,
    calculate: 'days-since-festival',
    with: { festival },
    reads: ['clock.now', until],
  };
  return { of: { any: parts }, derived: last > 0 ? [derived] : [] };
}

/** 「在 春节前 15 天 到 春节后 3 天（不含）」. */
function windowWords(
  { season, festival, fromDays, toDays }: Window,
  { language, nameOf }: SentenceContext,
): Segment[] {
  if (season !== undefined) {
    const name = nameOf('season', season)?.[language] ?? season;
    return language === 'zh'
      ? [operatorWord('在特殊时期'), words(' '), valueWord(`「${name}」`)]
      : [operatorWord('it is'), words(' '), valueWord(`"${name}"`)];
  }
  const name = festivals.find(({ value }) => value === festival)!.label[language];
  const dayText = (days: number): string => {
    if (days === 0) return language === 'zh' ? `${name}当天` : `the day of ${name}`;
    const count = Math.abs(days);
    if (language === 'zh') return `${name}${days < 0 ? '前' : '后'} ${count} 天`;
    return `${count} ${count === 1 ? 'day' : 'days'} ${days < 0 ? 'before' : 'after'} ${name}`;
  };
  return language === 'zh'
    ? [
        operatorWord('在'),
        words(' '),
        valueWord(dayText(fromDays!)),
        words(' 到 '),
        valueWord(dayText(toDays!)),
        words('（不含）'),
      ]
    : [
        operatorWord('it is between'),
        words(' '),
        valueWord(dayText(fromDays!)),
        words(' and '),
        valueWord(dayText(toDays!)),
        words(' (not included)'),
      ];
}

const spring = { festival: 'spring-festival', fromDays: -15, toDays: 4 };
/** Spring Festival was on 2026-02-17; so many days to the next one at noon of a day in Shanghai. */
const on = (date: string, daysTo: number) => ({
  'clock.now': Date.parse(`${date}T12:00:00+08:00`),
  'clock.daysTo.spring-festival': daysTo,
});

export const seasonWindowBlock = defineBlock({
  kind: 'season-window',
  version: 1,
  category: 'check',
  tone: 'season',
  label: { zh: '特殊时期内', en: 'Within a season' },
  help: {
    zh: '看现在是不是在一个特殊时期里，或在节日前后的几天里。节日当天是第 0 天。',
    en: 'Whether it is a season now, or so many days before or after a festival. The festival itself is day 0.',
  },
  ports: yesNoPorts,
  params,
  initial: { festival: 'spring-festival', fromDays: -15, toDays: 0, whenMissing: 'person' },
  compile: (given, { result }) => {
    const { of, derived } = within(given, result);
    return { role: 'check', exits: yesNoExits(of, given.whenMissing), derived };
  },
  sentence: (given, context) => ifWords(windowWords(given, context), context),
  exit: (given, port, context) => yesNoWords(windowWords(given, context), port, context),
  examples: [
    {
      name: { zh: '前十五天', en: 'Fifteen days before' },
      params: spring,
      facts: on('2026-02-02', 15),
      port: 'yes',
    },
    { name: { zh: '还早', en: 'Too early' }, params: spring, facts: on('2026-02-01', 16), port: 'no' },
    { name: { zh: '当天', en: 'On the day' }, params: spring, facts: on('2026-02-17', 0), port: 'yes' },
    {
      name: { zh: '初四', en: 'Three days after' },
      params: spring,
      facts: on('2026-02-20', 351),
      port: 'yes',
    },
    { name: { zh: '过了', en: 'Past' }, params: spring, facts: on('2026-02-21', 350), port: 'no' },
    {
      name: { zh: '只看节前，不用知道现在几点', en: 'Before it the time does not matter' },
      params: { ...spring, toDays: 0 },
      facts: { 'clock.daysTo.spring-festival': 1 },
      port: 'yes',
    },
    {
      name: { zh: '时期内', en: 'In the season' },
      params: { season: 'double-11' },
      facts: { 'season.active': ['double-11'] },
      port: 'yes',
    },
    {
      name: { zh: '不在时期内', en: 'Not in the season' },
      params: { season: 'double-11' },
      facts: { 'season.active': [] },
      port: 'no',
    },
    { name: { zh: '不知道日子', en: 'The day is not known' }, params: spring, facts: {}, port: 'unknown' },
    { name: { zh: '两样都没选', en: 'Neither is chosen' }, params: {}, problem: 'params' },
    {
      name: { zh: '倒过来了', en: 'The wrong way round' },
      params: { ...spring, toDays: -20 },
      problem: 'params',
    },
  ],
});
