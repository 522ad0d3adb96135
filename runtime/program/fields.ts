import type { Path } from '../path.ts';

/** A place of the facts a program reads: a fact, or a path into one. */
export interface Field {
  readonly fact: string;
  readonly path: Path | undefined;
  /** Number of the field that is the whole fact; its own without a path. */
  readonly whole: number;
  /** Constants the field is compared with by equality, numbered: a run looks its value up once. */
  readonly keys: Map<unknown, number>;
  /** Numbers at which some condition on the field begins or ends to hold, ascending: a run finds its place among them once. */
  bounds: Float64Array;
}

const noBounds = new Float64Array();

/** Distinct places a program reads, numbered, so that a run reads each at most once. */
export class FieldTable {
  readonly fields: Field[] = [];
  private readonly known = new Map<string, number>();

  numberOf(fact: string, path?: Path): number {
    const name = path === undefined ? fact : `${fact} ${JSON.stringify(path)}`;
    const known = this.known.get(name);
    if (known !== undefined) return known;
    const whole = path === undefined ? this.fields.length : this.numberOf(fact);
    const number = this.fields.length;
    this.fields.push({ fact, path, whole, keys: new Map(), bounds: noBounds });
    this.known.set(name, number);
    return number;
  }

  /** Number of a constant among those of its field. */
  keyOf(field: number, constant: unknown): number {
    const { keys } = this.fields[field]!;
    const known = keys.get(constant);
    if (known !== undefined) return known;
    keys.set(constant, keys.size);
    return keys.size - 1;
  }
}
