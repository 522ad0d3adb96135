import type { Condition } from '../../../rules-library/schema/condition.ts';
import { judge, opposite, some, type Facts, type Value } from './naive-values.ts';

type Params = Record<string, unknown>;

const both = (values: Value[]): Value => opposite(some(values.map(opposite)));
const is = (fact: string, operator: string, value: unknown, facts: Facts): Value =>
  judge({ fact, operator, value } as Condition, facts);

/** What a check that is no plain condition comes to; undefined for other blocks. */
export function judgeCheck(kind: string, params: Params, facts: Facts): Value | 'maybe' | undefined {
  switch (kind) {
    case 'in-list':
      return onList(facts[params.fact as string], facts['list.hot'] as unknown[]);
    case 'time-window':
      return atTime(params, facts);
    case 'season-window':
      return nearFestival(params as { fromDays: number; toDays: number }, facts);
    case 'rush-criteria':
      return both([
        judge(params.conditions as Condition, facts),
        is('delivery.hours', 'lessThanInclusive', params.withinHours, facts),
      ]);
    case 'stock-check':
      return inStock(params, facts);
    case 'same-customer':
      return samePerson(params, facts);
    default:
      return undefined;
  }
}

function onList(value: unknown, list: unknown[]): Value {
  if (value === undefined) return 'unknown';
  return [value].flat().some((one) => list.includes(one)) ? 'yes' : 'no';
}

const week = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'];

/** Every time it could be: known when it is the same at all of them. */
function atTime(params: Params, facts: Facts): Value {
  const minutes = (text: unknown): number => {
    const [hours, rest] = String(text).split(':').map(Number);
    return hours! * 60 + rest!;
  };
  const [from, to] = [minutes(params.from), minutes(params.to)];
  const only = (params.weekdays ?? week) as string[];
  const times =
    facts['clock.sinceMidnight'] === undefined
      ? Array.from({ length: 144 }, (_, n) => n * 10)
      : [facts['clock.sinceMidnight'] as number];
  const days =
    facts['clock.weekday'] === undefined && params.weekdays !== undefined
      ? week
      : [facts['clock.weekday'] ?? 'monday'];
  const found = new Set<Value>();
  for (const time of times) {
    for (const day of days as string[]) {
      const began = time >= from ? day : week[(week.indexOf(day) + 6) % 7]!;
      const within = from < to ? time >= from && time < to : time >= from || time < to;
      found.add(within && only.includes(began) ? 'yes' : 'no');
    }
  }
  return found.size === 1 ? [...found][0]! : 'unknown';
}

/** It is noon of 12 December 2025, or the day before or after where the company is. */
const passed: Record<number, number> = { 0: 0, 1: 364, 364: 1 };

function nearFestival({ fromDays, toDays }: { fromDays: number; toDays: number }, facts: Facts): Value {
  const ahead = facts['clock.daysTo.double-12'] as number | undefined;
  const since = ahead === undefined || facts['clock.now'] === undefined ? undefined : passed[ahead];
  const within = (day: number | undefined): Value =>
    day === undefined ? 'unknown' : day >= fromDays && day < toDays ? 'yes' : 'no';
  return some([
    ...(fromDays <= 0 ? [within(ahead === undefined ? undefined : -ahead)] : []),
    ...(toDays > 1 ? [since === 0 ? 'no' : within(since)] : []),
  ]);
}

function inStock({ scope, by }: Params, facts: Facts): Value {
  if (facts.lines === undefined) return 'unknown';
  const lines = (facts.lines as Facts[]).map((line) => {
    const all = { ...facts, ...line };
    const atHand = is('line.shortage', 'equal', 0, all);
    if (by === undefined) return atHand;
    const [eta, latest] = [all['line.inTransitEta'], all['order.requestedDelivery']] as (
      number | undefined
    )[];
    const inTime: Value =
      eta === undefined || latest === undefined ? 'unknown' : eta <= latest ? 'yes' : 'no';
    const enough = is('line.inTransit', 'greaterThanInclusive', { fact: 'line.shortage' }, all);
    return some([atHand, both([enough, inTime])]);
  });
  return scope === 'all' ? both(lines) : some(lines);
}

function samePerson({ platforms, sameSku }: Params, facts: Facts): Value | 'maybe' {
  const count = platforms === 'different' ? 'customer.channelsLast24h' : 'customer.ordersLast24h';
  const some60 = both([
    is(count, 'greaterThan', 1, facts),
    ...(sameSku === true ? [is('customer.sameSkuLast24h', 'greaterThan', 1, facts)] : []),
    is('customer.matchScore', 'greaterThanInclusive', 60, facts),
  ]);
  if (some60 !== 'yes') return some60;
  return (facts['customer.matchScore'] as number) >= 90 ? 'yes' : 'maybe';
}
