import { longestInput, patternOf } from '../../rules-library/operators/pattern.ts';
import { common, isAmount, type Kind } from './kind.ts';

/** A function of expressions: what it takes and gives, and how CEL runs it. */
export interface ExpressionFunction {
  name: string;
  /** What it gives for these arguments; undefined when they do not fit. */
  result: (given: readonly Kind[]) => Kind | undefined;
  /** CEL's signatures, and the pure function behind each. */
  signatures: Record<string, (...given: never[]) => unknown>;
  /** Shown when the arguments do not fit. */
  usage: string;
}

const hourMs = 3_600_000;
const isTime = (kind: Kind | undefined): boolean => kind === 'time' || kind === 'any';
const same = (given: readonly Kind[]): Kind | undefined =>
  given.length === 2 ? common(given[0]!, given[1]!) : undefined;
const amountOrTime = (kind: Kind | undefined): Kind | undefined =>
  kind !== undefined && (isAmount(kind) || kind === 'time') ? kind : undefined;
const oneAmount = (given: readonly Kind[]): Kind | undefined =>
  given.length === 1 && isAmount(given[0]!) ? given[0] : undefined;
const times =
  (result: Kind) =>
  (given: readonly Kind[]): Kind | undefined =>
    given.length === 2 && given.every(isTime) ? result : undefined;
const from =
  (kinds: readonly Kind[], result: Kind) =>
  (given: readonly Kind[]): Kind | undefined =>
    given.length === 1 && kinds.includes(given[0]!) ? result : undefined;

function of(
  name: string,
  args: string,
  result: ExpressionFunction['result'],
  run: (...given: never[]) => unknown,
  usage: string,
): ExpressionFunction {
  return { name, result, signatures: { [`${name}(${args}`]: run }, usage };
}

const two = 'double, double): double';
const one = 'double): double';
const rounded = (name: string, run: (value: number) => number): ExpressionFunction => ({
  name,
  result: oneAmount,
  signatures: { [`${name}(${one}`]: run },
  usage: `${name}(x)`,
});

/** Everything an expression may call. None loops: the work is bounded by the length of the expression. */
export const expressionFunctions: ReadonlyMap<string, ExpressionFunction> = new Map(
  [
    rounded('abs', Math.abs),
    rounded('round', (value) => Math.sign(value) * Math.round(Math.abs(value))),
    rounded('floor', Math.floor),
    rounded('ceil', Math.ceil),
    of('min', two, (given) => amountOrTime(same(given)), Math.min as never, 'min(a, b)'),
    of('max', two, (given) => amountOrTime(same(given)), Math.max as never, 'max(a, b)'),
    of(
      'percentOf',
      two,
      ([amount, share]) =>
        amount !== undefined && isAmount(amount) && common(share ?? 'text', 'percent') === 'percent'
          ? amount
          : undefined,
      (amount: number, share: number) => (amount * share) / 100,
      'percentOf(amount, percent)',
    ),
    of(
      'shareOf',
      two,
      (given) => (same(given) !== undefined && given.every(isAmount) ? 'percent' : undefined),
      (part: number, whole: number) => (part / whole) * 100,
      'shareOf(part, whole)',
    ),
    of(
      'minutesBetween',
      two,
      times('duration'),
      (a: number, b: number) => (b - a) / 60_000,
      'minutesBetween(from, to)',
    ),
    of(
      'hoursBetween',
      two,
      times('hours'),
      (a: number, b: number) => (b - a) / hourMs,
      'hoursBetween(from, to)',
    ),
    of(
      'daysBetween',
      two,
      times('days'),
      (a: number, b: number) => (b - a) / (24 * hourMs),
      'daysBetween(from, to)',
    ),
    of(
      'addMinutes',
      two,
      ([at, minutes]) =>
        isTime(at) && common(minutes ?? 'text', 'duration') === 'duration' ? 'time' : undefined,
      (at: number, minutes: number) => at + minutes * 60_000,
      'addMinutes(time, minutes)',
    ),
    of(
      'hoursToMinutes',
      one,
      from(['hours', 'constant', 'any'], 'duration'),
      (hours: number) => hours * 60,
      'hoursToMinutes(hours)',
    ),
    of(
      'minutesToHours',
      one,
      from(['duration', 'constant', 'any'], 'hours'),
      (minutes: number) => minutes / 60,
      'minutesToHours(minutes)',
    ),
    {
      name: 'length',
      result: from(['text', 'list', 'any'], 'number'),
      signatures: {
        'length(string): double': (text: string) => text.length,
        'length(list): double': (list: readonly unknown[]) => list.length,
      },
      usage: 'length(x)',
    },
    of(
      'matches',
      'string, string): bool',
      ([text, pattern]) =>
        text === 'text' || text === 'any' ? (pattern === 'text' ? 'yes-no' : undefined) : undefined,
      // CEL's own runs on a backtracking engine; RE2 takes linear time.
      (text: string, pattern: string) =>
        text.length <= longestInput && (patternOf(pattern)?.matcher(text).find() ?? false),
      'matches(text, "pattern")',
    ),
  ].map((one) => [one.name, one]),
);
