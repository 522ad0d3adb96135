import { countUpTo } from './mask-column.ts';
import { code, type ConditionColumns } from './condition-columns.ts';
import type { Field } from './fields.ts';

const half = 0.5;
const least = 0.001;

/**
 * Guesses the share of orders a condition holds for, from the program alone: a value is as likely as each of the others
 * that rules name for the field (and one more for those they do not), and values lie as the bounds on the field do.
 * A guess decides how fast a rule is found, never whether.
 */
export class Selectivity {
  private readonly columns: ConditionColumns;
  private readonly fields: readonly Field[];
  private readonly known: Float64Array;

  constructor(columns: ConditionColumns, fields: readonly Field[]) {
    this.columns = columns;
    this.fields = fields;
    this.known = new Float64Array(columns.code.length).fill(-1);
  }

  /** Between 0 and 1, by slot. */
  shareOf(slot: number): number {
    const known = this.known[slot]!;
    if (known >= 0) return known;
    const share = Math.min(1 - least, Math.max(least, this.guess(slot)));
    this.known[slot] = share;
    return share;
  }

  /** Share of values above a bound of the field. */
  shareAbove(field: number, bound: number): number {
    if (!Number.isFinite(bound)) return bound > 0 ? 0 : 1;
    const { bounds } = this.fields[field]!;
    return 1 - (countUpTo(bounds, bound) - half) / bounds.length;
  }

  private guess(slot: number): number {
    const { columns } = this;
    const field = columns.field[slot]!;
    const parts = columns.parts[slot]!;
    switch (columns.code[slot]) {
      case code.oneOf:
        return shareOfBits(columns.mask[slot]!, this.fields[field]!.keys.size + 1);
      case code.equal:
      case code.in:
        return this.shareOfKeys(field, slot);
      case code.notEqual:
      case code.notIn:
        return 1 - this.shareOfKeys(field, slot);
      case code.within:
        return this.shareAbove(field, columns.low[slot]!) - this.shareAbove(field, columns.high[slot]!);
      case code.missing:
        return least;
      case code.present:
        return 1;
      case code.all:
        return parts.reduce((share, part) => share * this.shareOf(part), 1);
      case code.any:
        return parts.length === 0 ? 1 : parts.reduce((share, part) => share + this.shareOf(part), 0);
      case code.not:
        return 1 - this.shareOf(parts[0]!);
      default:
        return half;
    }
  }

  private shareOfKeys(field: number, slot: number): number {
    return this.columns.keys[slot]!.size / (this.fields[field]!.keys.size + 1);
  }
}

function shareOfBits(mask: number, values: number): number {
  let held = 0;
  for (let key = 0; key < values; key++) held += (mask >>> key) & 1;
  return held / values;
}
