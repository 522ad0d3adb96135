import { code, type ConditionColumns } from './condition-columns.ts';
import type { Selectivity } from './selectivity.ts';

/** A constant of a field. */
export interface KeyPlace {
  field: number;
  key: number;
}

/** Values one of which a rule cannot match without: where it can be found. */
export interface Anchor {
  places: readonly KeyPlace[];
  share: number;
  /** The places say all the condition does: a rule found there need not test it again. */
  isExact: boolean;
}

/** Most places one rule stands in. */
const mostPlaces = 200;

/** Anchors of conditions by slot; undefined where a condition does not say where to look. */
export class Anchors {
  private readonly columns: ConditionColumns;
  private readonly selectivity: Selectivity;
  private readonly known = new Map<number, Anchor | undefined>();

  constructor(columns: ConditionColumns, selectivity: Selectivity) {
    this.columns = columns;
    this.selectivity = selectivity;
  }

  of(slot: number): Anchor | undefined {
    if (this.known.has(slot)) return this.known.get(slot);
    const anchor = this.find(slot);
    this.known.set(slot, anchor);
    return anchor;
  }

  private find(slot: number): Anchor | undefined {
    switch (this.columns.code[slot]) {
      case code.oneOf:
      case code.equal:
      case code.in:
        return this.ofKeys(slot);
      case code.any:
        return this.ofAny(slot);
      case code.all:
        return this.ofAll(slot);
      default:
        return undefined;
    }
  }

  private ofKeys(slot: number): Anchor | undefined {
    const keys = this.columns.keys[slot]!;
    // A mask of values it is not says nothing of where to look; a list of none holds for nobody.
    if (keys.size > mostPlaces || (keys.size === 0 && this.columns.mask[slot] !== 0)) return undefined;
    const field = this.columns.field[slot]!;
    return {
      places: [...keys].map((key) => ({ field, key })),
      share: this.selectivity.shareOf(slot),
      isExact: true,
    };
  }

  /** The places of every part, where each has some. */
  private ofAny(slot: number): Anchor | undefined {
    const places = new Map<string, KeyPlace>();
    for (const part of this.columns.parts[slot]!) {
      const anchor = this.of(part);
      if (anchor === undefined || places.size + anchor.places.length > mostPlaces) return undefined;
      for (const place of anchor.places) places.set(`${place.field} ${place.key}`, place);
    }
    // As stock: a group of nothing holds, wherever it is looked for.
    if (this.columns.parts[slot]!.length === 0) return undefined;
    return { places: [...places.values()], share: this.selectivity.shareOf(slot), isExact: false };
  }

  /** The most selective places any part has. */
  private ofAll(slot: number): Anchor | undefined {
    let best: Anchor | undefined;
    for (const part of this.columns.parts[slot]!) {
      const anchor = this.of(part);
      if (anchor !== undefined && (best === undefined || anchor.share < best.share)) best = anchor;
    }
    return best === undefined ? undefined : { ...best, isExact: false };
  }
}
