import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import { allOf, always, anyOf, type Formula } from './formula.ts';
import type { Outcomes } from './outcome-cases.ts';
import { surely } from './surely.ts';

export interface TableRow {
  id: string;
  /** It surely fits. */
  yes: Formula;
  /** It surely does not. Neither where data it needs is missing. */
  no: Formula;
}

/** A decision table as it is calculated: the rows that count, by their ids. */
export interface Table {
  /** Its `FLOW.NODE`. */
  id: string;
  hit: 'FIRST' | 'UNIQUE' | 'COLLECT';
  rows: readonly TableRow[];
}

interface Settings {
  hit: Table['hit'];
  rows: readonly { id: string; conditions: Condition }[];
}

/** The table behind a derived fact; undefined where it is calculated otherwise. */
export function tableOf({ id, calculate, with: given }: DerivedFact): Table | undefined {
  if (calculate !== 'decision-table') return undefined;
  const { hit, rows } = given as unknown as Settings;
  return {
    id,
    hit,
    rows: rows.map((row) => ({
      id: row.id,
      yes: surely('yes', row.conditions),
      no: surely('no', row.conditions),
    })),
  };
}

/** Stand for "surely no row" and for "not known which"; no row has such an id. */
const noRow = '';
const notKnown = '?';

/**
 * The rows of a table, or the values one of its outputs has with each; undefined for other calculations and for tables that
 * join several rows.
 */
export function tableOutcomes(
  derived: DerivedFact,
  all: ReadonlyMap<string, DerivedFact>,
): Outcomes | undefined {
  const isOutput = derived.calculate === 'table-output' && derived.with.collect === undefined;
  const source = isOutput ? all.get(String(derived.with.rows)) : derived;
  const table = source && tableOf(source);
  if (table === undefined || table.hit === 'COLLECT') return undefined;
  const when = new Map<string, Formula>(table.rows.map(({ id }, index) => [id, rowHits(table, index)]));
  when.set(noRow, allOf(table.rows.map(({ no }) => no)));
  when.set(notKnown, rowUnknown(table));
  const { otherwise, values } = derived.with as { otherwise?: unknown; values?: Record<string, unknown> };
  const ofOutput = (row: string): unknown =>
    values !== undefined && Object.hasOwn(values, row) ? values[row] : otherwise;
  return {
    key: `row of ${table.id}`,
    when,
    value: (outcome) => {
      if (outcome === notKnown) return undefined;
      if (isOutput) return ofOutput(outcome);
      return outcome === noRow ? [] : [outcome];
    },
    unsure: new Set(),
  };
}

/** When this row is the one that counts. */
function rowHits({ hit, rows }: Table, index: number): Formula {
  const others = rows.filter((_, place) => (hit === 'FIRST' ? place < index : place !== index));
  return allOf([rows[index]!.yes, ...others.map(({ no }) => no)]);
}

/** When it is not known which row counts; for tables that allow one row only it is left open. */
function rowUnknown({ hit, rows }: Table): Formula {
  if (hit !== 'FIRST') return always;
  return anyOf(
    rows.map(({ yes, no }, index) =>
      allOf([
        ...rows.slice(0, index).map((before) => before.no),
        { kind: 'not', part: yes },
        { kind: 'not', part: no },
      ]),
    ),
  );
}
