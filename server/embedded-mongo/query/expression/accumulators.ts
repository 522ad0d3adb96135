import { Decimal128, Double, Int32, type Long } from 'bson';
import { notAvailable } from '../../errors.ts';
import { isNumeric } from '../values/bson-type.ts';
import { compareBson } from '../values/compare.ts';
import { encodeKey } from '../keys/encode-key.ts';
import { addNumbers, divideNumbers, toDouble, type BsonNumber } from '../values/number.ts';

/** Gathers one value of a group from its documents. */
export interface Accumulator {
  /** `value` is undefined where a document has none. */
  add(value: unknown): void;
  result(): unknown;
}

/**
 * A sum that loses nothing on its way: integers and decimals exactly, doubles with the rounding errors carried along
 * (Neumaier). Its type is the widest that was added; integers that leave 64 bits become a double.
 */
class NumberSum {
  count = 0;
  private integers: Int32 | Long = new Int32(0);
  private overflow = 0;
  private double = 0;
  private lost = 0;
  private hasDouble = false;
  private decimal: Decimal128 | undefined;

  add(value: BsonNumber): void {
    this.count++;
    if (value instanceof Decimal128) {
      this.decimal = (this.decimal ? addNumbers(this.decimal, value) : value) as Decimal128;
    } else if (value instanceof Double || (typeof value === 'number' && !Number.isInteger(value))) {
      this.hasDouble = true;
      this.addDouble(toDouble(value));
    } else {
      const sum = addNumbers(this.integers, value);
      if (sum === undefined) {
        this.overflow += toDouble(this.integers);
        this.integers = value as Long;
      } else this.integers = sum as Int32 | Long;
    }
  }

  private addDouble(value: number): void {
    const sum = this.double + value;
    if (Number.isFinite(sum)) {
      this.lost +=
        Math.abs(this.double) >= Math.abs(value) ? this.double - sum + value : value - sum + this.double;
    }
    this.double = sum;
  }

  get total(): BsonNumber {
    if (this.decimal) {
      const whole = addNumbers(this.decimal, this.integers)!;
      return this.hasDouble ? addNumbers(whole, new Double(this.double + this.lost))! : whole;
    }
    if (this.hasDouble || this.overflow !== 0) {
      return new Double(this.double + this.lost + this.overflow + toDouble(this.integers));
    }
    return this.integers;
  }
}

class Sum implements Accumulator {
  private readonly sum = new NumberSum();

  add(value: unknown): void {
    if (isNumeric(value)) this.sum.add(value as BsonNumber);
  }

  result(): unknown {
    return this.sum.total;
  }
}

class Average implements Accumulator {
  private readonly sum = new NumberSum();

  add(value: unknown): void {
    if (isNumeric(value)) this.sum.add(value as BsonNumber);
  }

  result(): unknown {
    return this.sum.count === 0 ? null : divideNumbers(this.sum.total, this.sum.count);
  }
}

class Extreme implements Accumulator {
  private value: unknown = null;
  private readonly sign: 1 | -1;

  constructor(sign: 1 | -1) {
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

class Listing implements Accumulator {
  private readonly values: unknown[] = [];
  private readonly known: Set<string> | undefined;

  constructor(distinct: boolean) {
    this.known = distinct ? new Set() : undefined;
  }

  add(value: unknown): void {
    if (value === undefined) return;
    if (this.known) {
      const key = Buffer.from(encodeKey([value], [1])).toString('latin1');
      if (this.known.has(key)) return;
      this.known.add(key);
    }
    this.values.push(value);
  }

  result(): unknown {
    return this.values;
  }
}

const MAKERS: Record<string, () => Accumulator> = {
  $sum: () => new Sum(),
  $avg: () => new Average(),
  $min: () => new Extreme(-1),
  $max: () => new Extreme(1),
  $first: () => new Edge(false),
  $last: () => new Edge(true),
  $push: () => new Listing(false),
  $addToSet: () => new Listing(true),
};

/**
 * Makes fresh accumulators of one kind.
 *
 * @throws StoreError 15952 for one that is not there
 */
export function accumulatorMaker(name: string): () => Accumulator {
  const maker = Object.hasOwn(MAKERS, name) ? MAKERS[name] : undefined;
  if (!maker) throw notAvailable(15952, 'Location15952', `the group operator ${name}`);
  return maker;
}
