import type { Facts } from '../../rules-library/schema/rule.ts';
import { readPath } from '../path.ts';
import { DerivedRun, type DerivedFacts } from './derived-facts.ts';
import type { Field } from './fields.ts';
import { hasOnlyOwn, isInherited } from './own-property.ts';

/** Where the fields stand among the values of objects that have the same keys in the same order. */
interface Layout {
  readonly keys: readonly string[];
  readonly places: Int32Array;
}

/** Place of a field the object does not have, and of one that is not simply among its values. */
const absent = -1;
const elsewhere = -2;

const mostLayouts = 4;
/** An object with so many times more keys than there are fields is not worth reading whole; nor, most likely, are the next. */
const wide = 4;
const runsToPause = 64;

const nothing: Facts = {};
const noValues: readonly unknown[] = [];

/**
 * Reads the fields of one run's facts, own properties only, each at most once. Orders of one program mostly have the same keys:
 * from the third such one on all values are taken at once, which costs less than asking for a few by name.
 */
export class FactReader {
  private facts: Facts = nothing;
  private loaded: readonly unknown[] = noValues;
  private places: Int32Array;
  private onlyOwn = false;
  private derivedRun: DerivedRun | undefined;
  private run = 0;
  private readonly readIn: Int32Array;
  private readonly values: unknown[];
  private readonly layouts: Layout[] = [];
  private lastKeys: readonly string[] = [];
  private replaced = 0;
  private pause = 0;
  private readonly allElsewhere: Int32Array;
  private readonly fields: readonly Field[];
  private readonly derivedOf: Int32Array;
  private readonly names: readonly string[];
  /** 1 for facts that are loaded and not named like what every object has. */
  private readonly isLoaded: Uint8Array;
  private readonly derived: DerivedFacts;
  private readonly charge: (steps: number) => void;

  /** `charge` is told the work of calculating derived facts. */
  constructor(fields: readonly Field[], derived: DerivedFacts, charge: (steps: number) => void) {
    this.fields = fields;
    this.derived = derived;
    this.charge = charge;
    this.readIn = new Int32Array(fields.length);
    this.values = Array.from<unknown>({ length: fields.length });
    this.allElsewhere = new Int32Array(fields.length).fill(elsewhere);
    this.places = this.allElsewhere;
    // As keys of an object: engines look these up without comparing letters, which texts out of JSON are not spared.
    this.names = fields.map(({ fact }) => Object.keys({ [fact]: 0 })[0]!);
    this.derivedOf = Int32Array.from(fields, ({ fact, path }) =>
      path === undefined ? derived.numberOf(fact) : -1,
    );
    this.isLoaded = Uint8Array.from(fields, ({ fact, path }, field) =>
      Number(path === undefined && this.derivedOf[field] === -1 && !isInherited(fact)),
    );
  }

  /** Begins a run; its number differs from those of all others. */
  open(facts: Facts, run: number): void {
    this.facts = facts;
    this.run = run;
    const layout = this.layoutOf(facts);
    if (layout === undefined) {
      this.places = this.allElsewhere;
      this.onlyOwn = hasOnlyOwn(facts);
    } else {
      this.places = layout.places;
      this.loaded = Object.values(facts);
    }
  }

  /** Ends it; nothing of the facts is kept. */
  close(): void {
    if (this.places === this.allElsewhere) this.values.fill(undefined);
    this.facts = nothing;
    this.loaded = noValues;
    this.derivedRun = undefined;
  }

  valueOf(field: number): unknown {
    const place = this.places[field]!;
    if (place >= 0) return this.loaded[place];
    if (place === absent) return undefined;
    return this.readIn[field] === this.run ? this.values[field] : this.read(field);
  }

  /** Adds derived facts by number to the given ones. */
  prepare(derived: Iterable<number>): Facts {
    const run = this.derivedFacts();
    run.add(derived);
    return run.facts;
  }

  private read(field: number): unknown {
    // Most are loaded facts of a plain object: their own property if they are there at all.
    const isQuick = this.onlyOwn && this.isLoaded[field] === 1;
    const value = isQuick ? this.facts[this.names[field]!] : this.find(this.fields[field]!, field);
    this.readIn[field] = this.run;
    this.values[field] = value;
    return value;
  }

  private find({ fact, path, whole }: Field, field: number): unknown {
    if (path !== undefined) {
      const value = this.valueOf(whole);
      // As stock: a path leads into objects; other values are taken as they are.
      return typeof value === 'object' && value !== null ? readPath(value, path) : value;
    }
    if (this.derivedOf[field]! >= 0) return this.derivedFacts().valueOf(this.derivedOf[field]!);
    return Object.hasOwn(this.facts, fact) ? this.facts[fact] : undefined;
  }

  private derivedFacts(): DerivedRun {
    this.derivedRun ??= new DerivedRun(this.derived, this.facts, this.charge);
    return this.derivedRun;
  }

  private layoutOf(facts: Facts): Layout | undefined {
    if (this.pause > 0) {
      this.pause -= 1;
      return undefined;
    }
    const keys = Object.keys(facts);
    for (const layout of this.layouts) if (isSame(layout.keys, keys)) return layout;
    if (keys.length > wide * this.fields.length) this.pause = runsToPause;
    else if (isSame(this.lastKeys, keys)) return this.newLayout(keys);
    this.lastKeys = keys;
    return undefined;
  }

  private newLayout(keys: readonly string[]): Layout {
    const byName = new Map(keys.map((name, place) => [name, place]));
    const places = Int32Array.from(this.fields, ({ fact, path }, field) =>
      path === undefined && this.derivedOf[field]! < 0 ? (byName.get(fact) ?? absent) : elsewhere,
    );
    const layout = { keys, places };
    this.layouts[this.replaced++ % mostLayouts] = layout;
    return layout;
  }
}

function isSame(known: readonly string[], keys: readonly string[]): boolean {
  if (known.length !== keys.length) return false;
  for (let at = 0; at < keys.length; at++) if (known[at] !== keys[at]) return false;
  return true;
}
