import { columnOf, fieldOfHeader } from './columns.ts';

/** What becomes of each column of a file: an order field, a custom item (`custom.NAME`), or left out (null). */
export type Mapping = Record<string, string | null>;

export interface ProposedMapping {
  mapping: Mapping;
  /** Columns nobody told us about: a person decides; undecided ones are kept under `custom`. */
  unknown: string[];
  /** Fields an order cannot do without that no column gives. */
  missing: string[];
}

const needed = ['externalId', 'placedAt', 'line.sku', 'line.quantity'] as const;

/** Maps headers to fields; `given` (from an earlier run or the command line) wins. `channel` may come from outside. */
export function proposeMapping(
  headers: readonly string[],
  given: Mapping,
  hasChannel: boolean,
): ProposedMapping {
  const mapping: Mapping = {};
  const unknown: string[] = [];
  for (const header of headers) {
    const field = header in given ? given[header] : fieldOfHeader(header);
    if (field === undefined) unknown.push(header);
    else mapping[header] = field;
  }
  // Two columns for one field: the first keeps it, the other is asked about.
  const taken = new Set<string>();
  for (const header of headers) {
    const field = mapping[header];
    if (field === undefined || field === null) continue;
    if (taken.has(field) && !(header in given)) {
      delete mapping[header];
      unknown.push(header);
    }
    taken.add(field);
  }
  const fields = new Set(Object.values(mapping));
  const missing: string[] = needed.filter((field) => !fields.has(field));
  if (!hasChannel && !fields.has('channel')) missing.unshift('channel');
  return { mapping, unknown, missing };
}

/** The name under `custom` for a column kept as it is. */
export function customField(header: string): string {
  const name = header
    .normalize('NFKC')
    .trim()
    .replace(/[.$\s]+/g, '_')
    .slice(0, 60);
  return `custom.${name === '' || name === '__proto__' || name === 'constructor' || name === 'prototype' ? 'column' : name}`;
}

/** Whether an answer to "what is this column" can be used: a known field, a custom item, or nothing. */
export function isUsableField(field: string): boolean {
  return columnOf(field) !== undefined || /^custom\.[^.$\s]{1,60}$/.test(field);
}
