import type { FactType } from '../../rules-library/define/fact.ts';
import type { SettingsScope } from '../derived/calculation.ts';
import { checkSource, type ReadExpression } from './check-source.ts';

/** An expression of a drawing. Tells what is wrong at the param `expression`; undefined then. */
export function readDrawnExpression(
  source: string,
  type: FactType,
  scope: SettingsScope,
): ReadExpression | undefined {
  const checked = checkSource(source, type, {
    has: scope.has,
    typeOf: (id) => scope.fact(id, 'expression')?.type,
  });
  if ('read' in checked) return checked.read;
  scope.problem(checked.error.code, checked.error.text, 'expression');
  return undefined;
}
