import { createRandom, type Random } from '../../../server/rehearsal/chain/random.ts';
import { everyDecorator, everyOperator } from './random-rules.ts';

export interface HostileTree {
  conditions: unknown;
  facts: Record<string, unknown>;
}

type Maker = (random: Random) => HostileTree;

const plain = { fact: 'a', operator: 'equal', value: 1 };
const strange: readonly unknown[] = [
  null,
  undefined,
  0,
  -1,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  '',
  'x'.repeat(10_000),
  [],
  {},
  [[[]]],
  true,
  () => true,
  Symbol('s'),
  10n,
  new Date(0),
  new Map(),
  /x/,
];

const makers = {
  depth(random) {
    let conditions: unknown = plain;
    const levels = random.between(200, 320);
    for (let level = 0; level < levels; level++) {
      conditions = random.pick([{ not: conditions }, { all: [conditions] }, { any: [conditions, plain] }]);
    }
    return { conditions: { all: [conditions] }, facts: { a: random.between(0, 1) } };
  },
  width(random) {
    const width = random.between(300, 1500);
    const parts: unknown[] = Array.from({ length: width }, (_, value) => ({ ...plain, value }));
    if (random.chance(0.5)) parts[random.between(0, width - 1)] = random.pick(strange);
    return { conditions: { [random.pick(['all', 'any'])]: parts }, facts: { a: width - 1 } };
  },
  'names of prototypes'(random) {
    const name = random.pick([
      '__proto__',
      'constructor',
      'prototype',
      'a.constructor',
      'toString',
      'hasOwnProperty',
    ]);
    const test = JSON.parse(
      random.pick([
        `{"fact":"${name}","operator":"isPresent","value":true}`,
        `{"fact":"a","path":"$.${name}","operator":"isPresent","value":true}`,
        `{"fact":"a","operator":"${name}","value":1}`,
        `{"fact":"a","operator":"equal","value":{"fact":"${name}"}}`,
        `{"fact":"a","operator":"equal","value":1,"${name}":{"polluted":true}}`,
        `{"condition":"${name}"}`,
      ]),
    ) as unknown;
    const facts = JSON.parse(`{"a":{"${name}":{"b":1}},"${name}":{"polluted":1}}`) as Record<string, unknown>;
    return { conditions: { all: [test] }, facts };
  },
  'evil patterns'(random) {
    const value = random.pick([
      '(a+)+$',
      '(a|aa)+$',
      '([a-z]+)*\\d',
      '(.*a){20}',
      '(?=a)b',
      '(a)\\1',
      '[',
      'a{1000}',
      '(?:'.repeat(60),
    ]);
    const operator = random.pick(['matches', 'not:matches', 'someFact:matches', 'matches:not', 'matches:']);
    const text = 'a'.repeat(random.between(1, 12_000));
    return {
      conditions: { all: [{ fact: 'a', operator, value }] },
      facts: { a: random.chance(0.5) ? text : Array.from({ length: random.between(1, 300) }, () => text) },
    };
  },
  'wrong types'(random) {
    const test: Record<string, unknown> = { ...plain };
    test[random.pick(['fact', 'operator', 'value', 'path', 'priority'])] = random.pick(strange);
    const group = random.pick<unknown>([
      { all: [test] },
      { any: test },
      { not: [test] },
      [test],
      test,
      { all: [test], any: [] },
    ]);
    return { conditions: group, facts: { a: random.pick(strange) } };
  },
  'heavy lists'(random) {
    const around = Array.from({ length: random.between(0, 9) }, () => random.pick(everyDecorator));
    const operator = [...around, random.pick(everyOperator)].join(':');
    const list = Array.from({ length: random.between(1, 4000) }, (_, value) => value);
    const facts = { a: random.pick<unknown>([list, list.map(() => [1, 2, 3]), list.map(String)]) };
    return { conditions: { all: [{ fact: 'a', operator, value: list.slice(0, 3000) }] }, facts };
  },
} satisfies Record<string, Maker>;

export const hostileKinds = Object.keys(makers) as (keyof typeof makers)[];

/** Conditions and facts that mean harm, and some that only look like it. */
export function hostileTree(kind: keyof typeof makers, seed: number): HostileTree {
  return makers[kind](createRandom(seed));
}
