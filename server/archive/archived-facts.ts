import type { Facts } from '../../rules-library/schema/rule.ts';
import { maskText } from '../personal/mask.ts';

/** Free text people write: may say anything of anybody. Rules that read it find it missing in a replay. */
const leftOut: ReadonlySet<string> = new Set(['order.note']);

/**
 * Facts as they may be kept for years: without free text, and with numbers of persons masked wherever they stand. The facts of a
 * decision hold no names, phones or streets to begin with; this holds it for what a company's own fields and lists bring.
 */
export function archivedFacts(facts: Facts): Facts {
  const kept: Record<string, unknown> = {};
  for (const [id, value] of Object.entries(facts))
    if (!leftOut.has(id)) kept[id] = named.test(id) ? maskedOnce(value) : masked(value);
  return kept;
}

/** Lists and tables are the same object in many decisions: gone through once. */
const named = /^(list|table)\./;
const known = new WeakMap<object, unknown>();

function maskedOnce(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return masked(value);
  if (!known.has(value)) known.set(value, masked(value));
  return known.get(value);
}

function masked(value: unknown): unknown {
  if (typeof value === 'string') return isShort(value) ? value : maskText(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(masked);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, masked(one)]));
}

/** Too short for a number that is masked: spares most texts the search. */
function isShort(text: string): boolean {
  return text.length < 11;
}
