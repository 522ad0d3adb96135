import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { DerivedFact } from '../../rules-library/schema/rule.ts';
import { parsePath, type Path } from '../path.ts';
import { universeOf, universeOfUse, type Universe } from './universe.ts';

/** Something conditions compare: a fact, a place within one, or what facts are calculated to. */
export interface Variable {
  id: string;
  /** The fact it stands for; of a calculated one the calculated fact. */
  fact: string;
  path: Path | undefined;
  definition: FactDefinition | undefined;
  /** Where it is calculated: how. */
  derived: DerivedFact | undefined;
  /** Constants it is compared with, which tell the kind of a fact nobody has defined. */
  constants: unknown[];
  /** Values worth trying where sets do not tell: the plain part of patterns. */
  hints: unknown[];
  universe: Universe;
}

export interface VariableOptions {
  facts: ReadonlyMap<string, FactDefinition>;
  choices: 'listed' | 'open';
}

/** Each fact, and each place within one, once. */
export class Variables {
  private readonly known = new Map<string, Variable>();
  private readonly options: VariableOptions;

  constructor(options: VariableOptions) {
    this.options = options;
  }

  of(fact: string, path?: string): Variable {
    const id = path === undefined || path === '' ? fact : `${fact} ${path}`;
    return this.known.get(id) ?? this.add(id, fact, path === '' ? undefined : path);
  }

  /** A variable of its own for what is calculated, so that two of the same calculation are one. */
  calculated(id: string, derived: DerivedFact, universe?: Universe): Variable {
    const known = this.known.get(id);
    if (known !== undefined) return known;
    const made = this.add(id, derived.id, undefined);
    made.derived = derived;
    if (universe !== undefined) Object.defineProperty(made, 'universe', { value: universe });
    return made;
  }

  private add(id: string, fact: string, path: string | undefined): Variable {
    const definition = path === undefined ? this.options.facts.get(fact) : undefined;
    const { choices } = this.options;
    let universe: Universe | undefined;
    const made: Variable = {
      id,
      fact,
      path: path === undefined ? undefined : parsePath(path),
      definition,
      derived: undefined,
      constants: [],
      hints: [],
      // Made when it is first asked for: by then all comparisons are read.
      get universe() {
        universe ??=
          definition === undefined ? universeOfUse(made.constants) : universeOf(definition, choices);
        return universe;
      },
    };
    this.known.set(id, made);
    return made;
  }
}

/** A calculation nothing is known of: its result may be anything. */
export function isOpaque({ id, fact, derived }: Variable): boolean {
  return derived !== undefined && id === opaqueId(fact);
}

export function opaqueId(fact: string): string {
  return `result ${fact}`;
}
