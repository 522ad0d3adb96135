import { meets, type Domain } from '../solve/domain.ts';
import type { Variable } from '../solve/variable.ts';
import type { AnalysedRule } from './analysed-rule.ts';

/** Groups this small are compared one by one. */
const smallGroup = 12;
/** Most values of one fact a rule is filed under. */
const mostKeys = 50;

/**
 * Pairs of rules that may fire together as far as single facts tell, each once, the one that comes first first. Rules are filed
 * by the values facts have to have, and swept along numbers, so that not all pairs are looked at; `matters` tells pairs nobody
 * asks about.
 */
export function* meetingPairs(
  rules: readonly AnalysedRule[],
  matters: (first: AnalysedRule, second: AnalysedRule) => boolean,
): Generator<[AnalysedRule, AnalysedRule]> {
  const possible = rules.filter(({ box }) => box !== null);
  const seen = new Set<number>();
  const most = possible.reduce((top, { index }) => Math.max(top, index), 0) + 1;
  for (const [one, other] of filed(possible, new Set())) {
    const [first, second] = one.index < other.index ? [one, other] : [other, one];
    const key = first.index * most + second.index;
    if (seen.has(key) || !matters(first, second) || !boxesMeet(first, second)) continue;
    seen.add(key);
    yield [first, second];
  }
}

/** Whether no single fact keeps two rules apart. */
function boxesMeet({ box: one }: AnalysedRule, { box: other }: AnalysedRule): boolean {
  if (one === null || other === null) return false;
  const [small, large] = one.size <= other.size ? [one, other] : [other, one];
  for (const [variable, domain] of small) {
    const second = large.get(variable);
    if (second !== undefined && !meets(domain, second)) return false;
  }
  return true;
}

function* filed(
  rules: readonly AnalysedRule[],
  used: ReadonlySet<Variable>,
): Generator<[AnalysedRule, AnalysedRule]> {
  const variable = rules.length > smallGroup ? mostFiled(rules, used) : undefined;
  if (variable === undefined) {
    yield* swept(rules);
    return;
  }
  const shelves = new Map<unknown, AnalysedRule[]>();
  const rest: AnalysedRule[] = [];
  for (const rule of rules) {
    const keys = keysOf(rule.box!.get(variable));
    if (keys === undefined) rest.push(rule);
    for (const key of keys ?? []) {
      const shelf = shelves.get(key);
      if (shelf === undefined) shelves.set(key, [rule]);
      else shelf.push(rule);
    }
  }
  const without = new Set([...used, variable]);
  // Rules the fact does not keep apart from any other stand on every shelf.
  if (rest.length > 0) yield* filed(rest, without);
  for (const shelf of shelves.values()) {
    yield* filed(shelf, without);
    for (const one of rest) for (const other of shelf) yield [one, other];
  }
}

/** The fact that most rules have to have certain values of, if it helps. */
function mostFiled(rules: readonly AnalysedRule[], used: ReadonlySet<Variable>): Variable | undefined {
  const counts = new Map<Variable, number>();
  for (const { box } of rules) {
    for (const [variable, domain] of box!) {
      if (used.has(variable) || keysOf(domain) === undefined) continue;
      counts.set(variable, (counts.get(variable) ?? 0) + 1);
    }
  }
  let best: Variable | undefined;
  let most = 1;
  for (const [variable, count] of counts) {
    if (count > most) [best, most] = [variable, count];
  }
  return best;
}

/** The values themselves where there are few; undefined for sets that are not counted out. */
function keysOf(domain: Domain | undefined): unknown[] | undefined {
  if (domain === undefined || domain.missing || domain.lists !== null || domain.texts.kind === 'but')
    return undefined;
  if (domain.numbers.some(({ low, high }) => low !== high)) return undefined;
  const keys = [
    ...domain.texts.values,
    ...domain.numbers.map(({ low }) => low),
    ...(domain.isTrue ? [true] : []),
    ...(domain.isFalse ? [false] : []),
  ];
  return keys.length > mostKeys ? undefined : keys;
}

/** Pairs whose spans of one number overlap; of the fact most of them bound. */
function* swept(rules: readonly AnalysedRule[]): Generator<[AnalysedRule, AnalysedRule]> {
  const variable = rules.length > smallGroup ? mostBounded(rules) : undefined;
  const spans = rules.map((rule) => {
    const numbers = variable === undefined ? undefined : rule.box!.get(variable);
    // Absent or of another kind it may meet any other.
    const [low, high] =
      numbers === undefined || numbers.missing || numbers.numbers.length === 0
        ? [-Infinity, Infinity]
        : [numbers.numbers[0]!.low, numbers.numbers.at(-1)!.high];
    return { rule, low, high };
  });
  spans.sort((one, other) => one.low - other.low);
  for (let first = 0; first < spans.length; first++) {
    for (let second = first + 1; second < spans.length; second++) {
      if (spans[second]!.low > spans[first]!.high) break;
      yield [spans[first]!.rule, spans[second]!.rule];
    }
  }
}

function mostBounded(rules: readonly AnalysedRule[]): Variable | undefined {
  const counts = new Map<Variable, number>();
  for (const { box } of rules) {
    for (const [variable, { numbers, missing }] of box!) {
      if (missing || numbers.length === 0) continue;
      const bounded = numbers[0]!.low !== -Infinity || numbers.at(-1)!.high !== Infinity;
      if (bounded) counts.set(variable, (counts.get(variable) ?? 0) + 1);
    }
  }
  return [...counts].sort((one, other) => other[1] - one[1])[0]?.[0];
}
