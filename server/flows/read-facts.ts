import type { FactType } from '../../rules-library/define/fact.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';

export interface ReadFacts {
  facts: Facts;
  /** Ids whose value had the wrong type and was left out: absent means unknown, a wrong value would mean anything. */
  dropped: string[];
}

/** Facts as a person or a case writes them (ISO times) in the form rules read them (epoch ms), wrong values left out. */
export function readFacts(given: Readonly<Record<string, unknown>>): ReadFacts {
  const dropped: string[] = [];
  const read = (source: Readonly<Record<string, unknown>>, place: string): Record<string, unknown> => {
    const facts: Record<string, unknown> = {};
    for (const [id, value] of Object.entries(source)) {
      if (id === 'lines' && place === '') {
        facts.lines = readLines(value);
        continue;
      }
      const type = vocabulary.facts.get(id)?.type;
      const fact = type === undefined ? plain(value) : readers[type](value);
      if (fact === undefined) dropped.push(`${place}${id}`);
      else facts[id] = fact;
    }
    return facts;
  };
  const readLines = (value: unknown): unknown[] => {
    if (!Array.isArray(value)) {
      dropped.push('lines');
      return [];
    }
    return value.flatMap((line: unknown, index) => {
      if (typeof line === 'object' && line !== null && !Array.isArray(line)) {
        return [read(line as Record<string, unknown>, `lines[${index}].`)];
      }
      dropped.push(`lines[${index}]`);
      return [];
    });
  };
  return { facts: read(given, ''), dropped };
}

type Reader = (value: unknown) => unknown;

const text: Reader = (value) => (typeof value === 'string' ? value : undefined);
const number: Reader = (value) => (typeof value === 'number' && Number.isFinite(value) ? value : undefined);
const whole: Reader = (value) => (Number.isSafeInteger(value) ? value : undefined);
const time: Reader = (value) => {
  if (typeof value !== 'string') return whole(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : at;
};

const readers: Record<FactType, Reader> = {
  text,
  choice: text,
  integer: whole,
  number,
  money: whole,
  percent: number,
  factor: number,
  'yes-no': (value) => (typeof value === 'boolean' ? value : undefined),
  time,
  duration: number,
  hours: number,
  days: number,
  weight: whole,
  volume: whole,
  list: (value) => (isPlainList(value) ? value : undefined),
};

function isScalar(value: unknown): boolean {
  return typeof value === 'string' || typeof value === 'boolean' || number(value) !== undefined;
}

function isPlainList(value: unknown): value is unknown[] {
  return Array.isArray(value) && value.every(isScalar);
}

/** Facts of the company's own and results of blocks have no type here: anything a rule can compare. */
function plain(value: unknown): unknown {
  return isScalar(value) || isPlainList(value) ? value : undefined;
}
