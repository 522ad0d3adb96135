import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { expressionFunctions } from '../../runtime/index.ts';
import { matchesTyped } from '../app/matches-typed.ts';

export interface Completion {
  /** What it is called. */
  label: string;
  /** What it does. */
  help: string;
  /** What it puts in place of the word. */
  insert: string;
  /** Where the cursor stands then, from the end. */
  back: number;
}

/** What functions do, in a few words. */
const helps: Record<string, Text> = {
  abs: { zh: '去掉负号', en: 'without its sign' },
  round: { zh: '四舍五入', en: 'rounded' },
  floor: { zh: '往小取整', en: 'rounded down' },
  ceil: { zh: '往大取整', en: 'rounded up' },
  min: { zh: '两个里小的', en: 'the lesser of two' },
  max: { zh: '两个里大的', en: 'the greater of two' },
  percentOf: { zh: '金额的百分之几', en: 'so many percent of an amount' },
  shareOf: { zh: '占百分之几', en: 'what percentage it is' },
  minutesBetween: { zh: '相隔几分钟', en: 'minutes from one time to another' },
  hoursBetween: { zh: '相隔几小时', en: 'hours from one time to another' },
  daysBetween: { zh: '相隔几天', en: 'days from one time to another' },
  addMinutes: { zh: '过几分钟以后', en: 'a time so many minutes later' },
  hoursToMinutes: { zh: '小时换成分钟', en: 'hours as minutes' },
  minutesToHours: { zh: '分钟换成小时', en: 'minutes as hours' },
  length: { zh: '有几个字，或几项', en: 'how many letters or entries' },
  matches: { zh: '文字是否符合样式', en: 'whether text fits a pattern' },
};

const mostOffered = 8;
const wordBefore = /(\{[^{}]*|[\p{L}_][\p{L}\p{N}_.]*)$/u;

/** The word that is being typed before a place: where it begins, and what it is. */
export function wordAt(text: string, at: number): { from: number; word: string } | undefined {
  const found = wordBefore.exec(text.slice(0, at))?.[1];
  return found === undefined ? undefined : { from: at - found.length, word: found.replace(/^\{/, '') };
}

/** Facts and functions that begin with or hold a word, by their names, pinyin initials included. */
export function completionsFor(
  word: string,
  facts: Iterable<FactDefinition>,
  language: Language,
): Completion[] {
  const named: Completion[] = [];
  for (const { label } of facts) {
    if (!matchesTyped(word, label.zh, label.en)) continue;
    named.push({ label: label[language], help: '', insert: `{${label[language]}}`, back: 0 });
  }
  const functions = [...expressionFunctions.values()]
    .filter(({ name }) => matchesTyped(word, name, helps[name]?.zh ?? '', helps[name]?.en ?? ''))
    .map(({ name, usage }) => ({
      label: usage,
      help: helps[name]?.[language] ?? '',
      insert: `${name}()`,
      back: 1,
    }));
  const begins = ({ label }: Completion): number =>
    label.toLowerCase().startsWith(word.toLowerCase()) ? 0 : 1;
  return [...named, ...functions].sort((a, b) => begins(a) - begins(b)).slice(0, mostOffered);
}
