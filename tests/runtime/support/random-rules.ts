import { operators } from '../../../rules-library/operators/index.ts';
import type { JsonCondition, JsonRule } from '../../../rules-library/schema/rule.ts';
import { createRandom, type Random } from '../../../server/rehearsal/chain/random.ts';

/** Rules and orders to run them on, from one seed. */
export interface RandomProgram {
  rules: JsonRule[];
  conditions: Record<string, JsonCondition>;
  orders: Record<string, unknown>[];
}

/** Names of every operator both engines run. */
export const everyOperator: readonly string[] = operators.filter(({ runs }) => runs).map(({ name }) => name);
/** json-rules-engine's own. */
export const everyDecorator = ['not', 'swap', 'someFact', 'everyFact', 'someValue', 'everyValue'];

const facts = ['event.type', 'event.stage', 'season.active', 'a', 'b', 'c', 'd', 'list', 'nested', 'text'];
const texts = ['x', 'y', 'z', 'xy', '2', '12kg', ''];
const events = ['order.received', 'order.changed', 'stage.entered'];
const stages = ['f/p:approved', 'f/p:rejected'];
const seasons = ['double-12', 'spring'];

/**
 * Draws a program: mostly a handful of wild rules, now and then a crowd of tame ones over few facts, as only crowds are
 * looked up in an index and judged in blocks.
 */
export function randomProgram(seed: number): RandomProgram {
  const random = createRandom(seed);
  const isCrowd = random.chance(0.12);
  const size = isCrowd ? random.between(20, 90) : random.between(1, 6);
  return {
    rules: Array.from({ length: size }, (_, index) => ruleOf(random, index, isCrowd)),
    conditions: { named: groupOf(random, 1, false), other: { any: [comparison(random, false)] } },
    orders: Array.from({ length: isCrowd ? 8 : 4 }, () => orderOf(random)).flatMap((order) =>
      random.chance(0.25) ? alike(order, random) : [order],
    ),
  };
}

/** The order and some others with just the same keys: from the third on they are read in another way. */
function alike(order: Record<string, unknown>, random: Random): Record<string, unknown>[] {
  const others = Array.from({ length: 3 }, () => {
    const drawn = orderOf(random);
    return Object.fromEntries(Object.keys(order).map((fact) => [fact, drawn[fact] ?? null]));
  });
  return [order, ...others];
}

function ruleOf(random: Random, index: number, isTame: boolean): JsonRule {
  const guards: JsonCondition[] = random.chance(0.5) ? guardsOf(random) : [];
  const parts = Array.from({ length: random.between(isTame ? 2 : 1, 4) }, () =>
    isTame && random.chance(0.9) ? tame(random) : conditionOf(random, 0),
  );
  const group = guards.length > 0 || isTame || random.chance(0.7) ? 'all' : 'any';
  return {
    id: `r${index}`,
    ...(random.chance(0.4) ? { priority: random.between(1, 3) } : {}),
    conditions: { [group]: [...guards, ...parts] } as unknown as JsonCondition,
    event: { type: `event-${index % 3}`, params: { n: index } },
  };
}

function guardsOf(random: Random): JsonCondition[] {
  const found: JsonCondition[] = [
    random.chance(0.6)
      ? { fact: 'event.type', operator: 'equal', value: random.pick(events) }
      : { fact: 'event.type', operator: 'in', value: [random.pick(events), random.pick(events)] },
  ];
  if (random.chance(0.3)) found.push({ fact: 'event.stage', operator: 'equal', value: random.pick(stages) });
  if (random.chance(0.3)) {
    const operator = random.pick(['contains', 'doesNotContain']);
    found.push({ fact: 'season.active', operator, value: random.pick(seasons) });
  }
  return found;
}

function conditionOf(random: Random, depth: number): JsonCondition {
  const kind = random.next();
  if (depth < 3 && kind < 0.25) return groupOf(random, depth, true);
  if (depth < 3 && kind < 0.33) return { not: conditionOf(random, depth + 1) };
  if (kind < 0.38) return { condition: random.pick(['named', 'other']) };
  return comparison(random, true);
}

function groupOf(random: Random, depth: number, mayName: boolean): JsonCondition {
  const size = random.chance(0.03) ? 0 : random.between(1, 3);
  const parts = Array.from({ length: size }, () =>
    mayName ? conditionOf(random, depth + 1) : comparison(random, true),
  );
  return random.chance(0.5) ? { all: parts } : { any: parts };
}

/** Equalities, bounds and presence on a few facts, as most rules of a company have. */
function tame(random: Random): JsonCondition {
  const fact = random.pick(['a', 'b', 'c', 'd']);
  const number = (): number => random.between(-3, 3) + (random.chance(0.3) ? 0.5 : 0);
  const text = (): string => random.pick(texts);
  return random.pick<() => JsonCondition>([
    () => ({ fact: 'text', operator: random.pick(['equal', 'notEqual']), value: text() }),
    () => ({ fact: 'text', operator: random.pick(['in', 'notIn']), value: [text(), text(), text()] }),
    () => ({
      fact,
      operator: random.pick(['equal', 'notEqual']),
      value: random.chance(0.2) ? text() : number(),
    }),
    () => ({ fact, operator: random.pick(orderings), value: number() }),
    () => ({ fact, operator: 'between', value: [number(), number()] }),
    () => ({ fact, operator: random.pick(['isPresent', 'isMissing']), value: random.chance(0.9) }),
    () => ({
      any: [
        { fact: 'text', operator: 'equal', value: text() },
        { fact: 'c', operator: 'in', value: [number(), number(), text()] },
      ],
    }),
    () => ({ any: [ordering(random), { all: [ordering(random), ordering(random)] }] }),
    // Named by many: such comparisons are judged for all at once.
    () => ({ fact: 'a', operator: 'lessThan', value: { fact: 'b' } }),
    () => ({ fact: 'nested', path: '$.n', operator: random.pick(orderings), value: number() }),
    () => ({
      fact: 'd',
      operator: random.pick(['equal', 'notEqual']),
      value: `key-${random.between(0, 60)}`,
    }),
  ])();
}

function ordering(random: Random): JsonCondition {
  return {
    fact: random.pick(['a', 'b', 'c']),
    operator: random.pick(orderings),
    value: random.between(-3, 3),
  };
}

const orderings = ['lessThan', 'lessThanInclusive', 'greaterThan', 'greaterThanInclusive', 'before', 'after'];

/** Any operator and decorators over right sides that mostly suit it. */
function comparison(random: Random, mayDecorate: boolean): JsonCondition {
  const name = random.pick(everyOperator);
  const around = mayDecorate && random.chance(0.25) ? [random.pick(everyDecorator)] : [];
  if (around.length > 0 && random.chance(0.3)) around.push(random.pick(everyDecorator));
  return {
    fact: random.pick(facts),
    operator: [...around, name].join(':'),
    value: rightOf(random, name) as never,
    ...(random.chance(0.2)
      ? { path: random.pick(['$.n', '$.items[0].q', '$', '$.toString', '$.length', '$[1]']) }
      : {}),
  };
}

const listOperators = new Set(['in', 'notIn', 'containsAny', 'containsAll', 'containsNone']);

function rightOf(random: Random, operator: string): unknown {
  if (random.chance(0.1)) return { fact: random.pick(facts) };
  if (random.chance(0.05)) return valueOf(random);
  if (operator === 'isPresent' || operator === 'isMissing') return random.chance(0.9);
  if (operator === 'between' || operator === 'notBetween')
    return [random.between(-3, 3), random.between(-3, 3)];
  if (operator === 'matches') return random.pick(['^x', '[0-9]+$', '(', 'y*', '']);
  if (listOperators.has(operator))
    return Array.from({ length: random.between(0, 3) }, () => scalarOf(random));
  return scalarOf(random);
}

function scalarOf(random: Random): unknown {
  const kind = random.next();
  if (kind < 0.5) return random.between(-3, 3);
  if (kind < 0.6) return random.between(-6, 6) / 2;
  if (kind < 0.85) return random.pick(texts);
  return kind < 0.95 ? random.chance(0.5) : null;
}

function valueOf(random: Random): unknown {
  const kind = random.next();
  if (kind < 0.6) return scalarOf(random);
  if (kind < 0.8) return Array.from({ length: random.between(0, 3) }, () => scalarOf(random));
  return { n: scalarOf(random), items: [{ q: scalarOf(random) }] };
}

const numberOf = (random: Random): unknown => random.between(-6, 6) / 2;
/** Stock compares these as numbers, or begins to. */
const textOfNumber = (random: Random): unknown => random.pick(['2', '-1', '0.5', '12kg']);

function orderOf(random: Random): Record<string, unknown> {
  const given: Record<string, unknown> = {
    'event.type': random.pick(events),
    'event.stage': random.pick(stages),
    'season.active': seasons.filter(() => random.chance(0.4)),
    a: random.chance(0.7) ? random.between(-3, 3) : valueOf(random),
    b: random.weighted([[numberOf, 6] as const, [textOfNumber, 2], [valueOf, 2]])(random),
    c: valueOf(random),
    d: random.chance(0.5) ? `key-${random.between(0, 60)}` : valueOf(random),
    list: Array.from({ length: random.between(0, 3) }, () => scalarOf(random)),
    nested: { n: scalarOf(random), items: [{ q: scalarOf(random) }] },
    text: random.chance(0.8) ? random.pick(texts) : valueOf(random),
  };
  for (const fact of facts) if (random.chance(0.12)) delete given[fact];
  return given;
}
