import type { FactType } from '../../rules-library/define/fact.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { readDrawnExpression } from '../expressions/read-drawn.ts';
import type { Kind } from '../expressions/kind.ts';
import { parseExpression, variable, type ParsedExpression } from '../expressions/language.ts';
import { factOf } from '../three-valued.ts';
import { defineCalculation } from './calculation.ts';

/** Settings as run: the expression with its facts by number. */
interface Settings {
  cel: string;
  facts: { id: string; kind: Kind }[];
  type: FactType;
}

/**
 * The value of an expression. Undefined while a fact it needs is absent or of another kind (what it does not need to decide may be
 * absent: `a || b` is true as soon as one is), and for what is no number, as after a division by zero.
 */
export const expression = defineCalculation({
  name: 'expression',
  read: (drawn, scope) => {
    const { expression: source, type } = drawn.with as { expression: string; type: FactType };
    const read = readDrawnExpression(source, type, scope);
    if (read === undefined) return drawn;
    return { ...drawn, with: { ...read, type }, reads: read.facts.map(({ id }) => id).sort() };
  },
  calculate: ({ with: given }, facts) => {
    const settings = given as unknown as Settings;
    try {
      return valueOf(parsed(settings).run(valuesOf(settings, facts)), settings.type);
    } catch {
      // Something it needs is missing or does not fit: the value is not known.
      return undefined;
    }
  },
});

const mostKept = 500;
const kept = new Map<string, ParsedExpression>();

/** Parsed once: the same expression is calculated for every order. */
function parsed({ cel, facts }: Settings): ParsedExpression {
  const kinds = facts.map(({ kind }) => kind);
  const key = `${kinds.join(' ')} ${cel}`;
  const known = kept.get(key);
  if (known !== undefined) return known;
  const made = parseExpression(cel, kinds);
  if (kept.size >= mostKept) kept.clear();
  kept.set(key, made);
  return made;
}

function valuesOf({ facts: named }: Settings, facts: Facts): Record<string, unknown> {
  const values = Object.create(null) as Record<string, unknown>;
  named.forEach(({ id, kind }, index) => {
    const value = factOf(facts, id);
    if (value !== undefined && isOf(kind, value)) values[variable(index)] = value;
  });
  return values;
}

/** A value of another type is never calculated with: it counts as missing. */
function isOf(kind: Kind, value: unknown): boolean {
  if (kind === 'text') return typeof value === 'string';
  if (kind === 'yes-no') return typeof value === 'boolean';
  if (kind === 'list') return Array.isArray(value) && value.every((entry) => typeof entry !== 'object');
  if (kind === 'any') return typeof value !== 'object' || Array.isArray(value);
  return typeof value === 'number' && Number.isFinite(value);
}

const whole: ReadonlySet<FactType> = new Set<FactType>([
  'integer',
  'money',
  'weight',
  'volume',
  'days',
  'time',
]);
const longestText = 10_000;

/** The value as facts of its type hold it: fen, grams and pieces are whole, halves away from zero. */
function valueOf(value: unknown, type: FactType): unknown {
  if (type === 'yes-no') return typeof value === 'boolean' ? value : undefined;
  if (type === 'text' || type === 'choice') {
    return typeof value === 'string' && value.length <= longestText ? value : undefined;
  }
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined;
  if (!whole.has(type)) return value;
  const rounded = Math.sign(value) * Math.round(Math.abs(value));
  // No fact is minus zero.
  return Number.isSafeInteger(rounded) ? rounded + 0 : undefined;
}
