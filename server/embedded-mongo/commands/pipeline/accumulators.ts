import { Double, Int32, Long } from 'bson';
import { notAvailable, StoreError } from '../../errors.ts';
import { compareBson, encodeKey } from '../../query/index.ts';
import { keyText } from '../../storage/keys.ts';
import { kindOf } from '../../storage/kind.ts';

/** Gathers one field of a group. */
export interface Accumulator {
  add(value: unknown): void;
  result(): unknown;
}

/** A number of any BSON type as a JS number, with whether it is an integer by its type; undefined when it is no number. */
function numeric(value: unknown): { number: number; whole: boolean } | undefined {
  if (typeof value === 'number') return { number: value, whole: Number.isInteger(value) };
  switch (kindOf(value)) {
    case 'Int32':
      return { number: Number(value), whole: true };
    case 'Double':
      return { number: Number(value), whole: false };
    case 'Long':
      return { number: (value as Long).toNumber(), whole: true };
    case 'Decimal128':
      throw notAvailable(2, 'BadValue', 'a sum or average of Decimal128');
    default:
      return undefined;
  }
}

/** A number as the narrowest BSON type a server would give. */
function bsonNumber(number: number, whole: boolean): unknown {
  if (!whole) return new Double(number);
  return number >= -0x8000_0000 && number <= 0x7fff_ffff ? new Int32(number) : Long.fromNumber(number);
}

class Sum implements Accumulator {
  private sum = 0;
  private count = 0;
  private whole = true;
  private readonly average: boolean;

  constructor(average: boolean) {
    this.average = average;
  }

  add(value: unknown): void {
    const read = numeric(value);
    if (!read) return;
    this.sum += read.number;
    this.whole &&= read.whole;
    this.count++;
    if (this.whole && !Number.isSafeInteger(this.sum)) {
      throw notAvailable(2, 'BadValue', 'a sum of integers beyond 2^53');
    }
  }

  result(): unknown {
    if (!this.average) return bsonNumber(this.sum, this.whole);
    return this.count === 0 ? null : new Double(this.sum / this.count);
  }
}

class Extreme implements Accumulator {
  private value: unknown = null;
  private readonly sign: number;

  constructor(sign: number) {
    this.sign = sign;
  }

  add(value: unknown): void {
    if (value === undefined || value === null) return;
    if (this.value === null || compareBson(value, this.value) * this.sign > 0) this.value = value;
  }

  result(): unknown {
    return this.value;
  }
}

class Edge implements Accumulator {
  private value: unknown;
  private seen = false;
  private readonly last: boolean;

  constructor(last: boolean) {
    this.last = last;
  }

  add(value: unknown): void {
    if (!this.seen || this.last) this.value = value;
    this.seen = true;
  }

  result(): unknown {
    return this.value ?? null;
  }
}

class List implements Accumulator {
  private readonly values: unknown[] = [];
  private readonly known: Set<string> | undefined;

  constructor(distinct: boolean) {
    this.known = distinct ? new Set() : undefined;
  }

  add(value: unknown): void {
    if (value === undefined) return;
    if (this.known) {
      const text = keyText(encodeKey([value], [1]));
      if (this.known.has(text)) return;
      this.known.add(text);
    }
    this.values.push(value);
  }

  result(): unknown {
    return this.values;
  }
}

const MAKERS: Record<string, () => Accumulator> = {
  $sum: () => new Sum(false),
  $avg: () => new Sum(true),
  $min: () => new Extreme(-1),
  $max: () => new Extreme(1),
  $first: () => new Edge(false),
  $last: () => new Edge(true),
  $push: () => new List(false),
  $addToSet: () => new List(true),
};

/** Makes fresh accumulators of one kind. Throws Location15952 for one that is not there. */
export function accumulatorMaker(name: string): () => Accumulator {
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
  if (!maker) throw notAvailable(15952, 'Location15952', `group operator ${name}`);
  return maker;
}

/** The error of a `$group` that is not written as it must be. */
export function badGroup(text: string): StoreError {
  return new StoreError(15947, 'Location15947', text);
}
