import type { FactDefinition, FactType } from '../../rules-library/define/fact.ts';
import type { OperandShape, OperatorDefinition } from '../../rules-library/define/operator.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Comparison, FactReference, Operand } from '../../rules-library/schema/condition.ts';

/** Comparisons in the order a person looks for them. */
const order = [
  'equal',
  'notEqual',
  'atLeast',
  'atMost',
  'greaterThanInclusive',
  'greaterThan',
  'lessThanInclusive',
  'lessThan',
  'between',
  'notBetween',
  'before',
  'after',
  'withinLast',
  'withinNext',
  'olderThan',
  'youngerThan',
  'in',
  'notIn',
  'contains',
  'doesNotContain',
  'containsAny',
  'containsAll',
  'containsNone',
  'inList',
  'notInList',
  'startsWith',
  'endsWith',
  'matches',
  'isPresent',
  'isMissing',
];

const preferred: Partial<Record<FactType, string>> = {
  'yes-no': 'equal',
  text: 'equal',
  choice: 'equal',
  list: 'contains',
  time: 'before',
};

/** Operators that fit a fact, the usual ones first. A company's own item has no type: what fits text. */
export function operatorsFor(
  definition: FactDefinition | undefined,
  vocabulary: Vocabulary,
): OperatorDefinition[] {
  const type = definition?.type ?? 'text';
  const place = ({ name }: OperatorDefinition): number => {
    const index = order.indexOf(name);
    return index === -1 ? order.length : index;
  };
  return [...vocabulary.operators.values()]
    .filter((operator) => operator.types.includes(type) && fitsOrder(operator, definition))
    .sort((a, b) => place(a) - place(b));
}

/** "At least gold" needs choices with an order. */
function fitsOrder(operator: OperatorDefinition, definition: FactDefinition | undefined): boolean {
  const ordered = !operator.runs && operator.operand === 'same' && operator.types.includes('choice');
  return !ordered || definition?.ordered === true;
}

/** A new comparison of a fact: its usual operator, the value still to be given. */
export function comparisonOf(
  definition: FactDefinition | undefined,
  fact: string,
  vocabulary: Vocabulary,
  id: string | undefined,
): Comparison {
  const offered = operatorsFor(definition, vocabulary);
  const wanted =
    definition?.ordered === true
      ? 'atLeast'
      : (preferred[definition?.type ?? 'text'] ?? 'greaterThanInclusive');
  const operator = offered.find(({ name }) => name === wanted) ?? offered[0];
  return {
    ...(id === undefined ? {} : { id }),
    fact,
    operator: operator?.name ?? 'equal',
    value: emptyValue(operator?.operand ?? 'same', definition),
  };
}

/** What stands on the right side before anything is given. */
export function emptyValue(shape: OperandShape, definition: FactDefinition | undefined): Operand {
  if (shape === 'none') return true;
  if (shape === 'list') return [];
  if (shape === 'pair') return ['', ''];
  if (shape === 'same' && definition?.type === 'yes-no') return true;
  return '';
}

/** The same comparison by another operator; the value is kept where it still fits. */
export function withOperator(
  comparison: Comparison,
  before: OperatorDefinition | undefined,
  after: OperatorDefinition,
  definition: FactDefinition | undefined,
): Comparison {
  const changed = { ...comparison, operator: after.name };
  if (before?.operand === after.operand) return changed;
  const { value } = comparison;
  if (before?.operand === 'same' && after.operand === 'list' && isConstant(value) && value !== '') {
    return { ...changed, value: [value] };
  }
  if (
    before?.operand === 'list' &&
    after.operand === 'same' &&
    Array.isArray(value) &&
    value[0] !== undefined
  ) {
    return { ...changed, value: value[0] };
  }
  if (before?.operand === 'same' && after.operand === 'pair' && isConstant(value)) {
    return { ...changed, value: [value, ''] };
  }
  if (
    before?.operand === 'pair' &&
    after.operand === 'same' &&
    Array.isArray(value) &&
    value[0] !== undefined
  ) {
    return { ...changed, value: value[0] };
  }
  return { ...changed, value: emptyValue(after.operand, definition) };
}

function isConstant(value: Operand): value is string | number | boolean {
  return typeof value !== 'object';
}

export function isFactReference(value: unknown): value is FactReference {
  return typeof value === 'object' && value !== null && 'fact' in value && typeof value.fact === 'string';
}
