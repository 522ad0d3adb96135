import type { OperatorDefinition, RunOperator } from '../../rules-library/define/operator.ts';
import { operators as libraryOperators } from '../../rules-library/operators/index.ts';
import { decorators } from './decorators.ts';
import { stockOperators } from './stock-operators.ts';
import { fails, holds } from './verdict.ts';
import type { Judge } from './verdict.ts';

/** An operator as a rule names it, split: `not:someFact:in` has two decorators around `in`. */
export interface NamedOperator {
  decorators: readonly string[];
  base: string;
}

/** Finds operators by the name a rule gives them. */
export interface OperatorTable {
  /** The comparison, or undefined when there is no such operator or decorator. */
  judge(name: string): Judge | undefined;
}

const mostDecorators = 8;

/** Splits decorators from the operator, outermost first. */
export function splitOperator(name: string): NamedOperator {
  const parts = name.split(':');
  return { decorators: parts.slice(0, -1), base: parts.at(-1)! };
}

/** json-rules-engine's ten, then the given operators (the library's unless given) that run in both engines. */
export function operatorTable(definitions: Iterable<OperatorDefinition> = libraryOperators): OperatorTable {
  const judges = new Map<string, Judge>(stockOperators);
  for (const definition of definitions) {
    if (definition.runs && !definition.builtIn) judges.set(definition.name, judgeOf(definition));
  }
  const judge = (name: string): Judge | undefined => {
    const known = judges.get(name);
    if (known !== undefined) return known;
    const { decorators: around, base } = splitOperator(name);
    let made = around.length > mostDecorators ? undefined : judges.get(base);
    for (const decorator of around.toReversed()) {
      const decorate = decorators.get(decorator);
      if (made === undefined || decorate === undefined) return undefined;
      made = decorate(made);
    }
    if (made !== undefined) judges.set(name, made);
    return made;
  };
  return { judge };
}

function judgeOf(definition: RunOperator): Judge {
  const { accepts, holds: test } = definition;
  if (accepts === undefined) return (factValue, value) => (test(factValue, value) ? holds : fails);
  return (factValue, value) => (accepts(factValue) && test(factValue, value) ? holds : fails);
}
