import type { Text } from '../schema/text.ts';

/** What a fact holds. Money is fen, weight g, volume cm³, `duration` whole minutes, `hours` and `days` as said, `time` epoch ms. */
export type FactType =
  | 'text'
  | 'choice'
  | 'integer'
  | 'number'
  | 'money'
  | 'percent'
  | 'factor'
  | 'yes-no'
  | 'time'
  | 'duration'
  | 'hours'
  | 'days'
  | 'weight'
  | 'volume'
  | 'list';

/** The subject a fact belongs to; the picker offers no fact the trigger's subject cannot give. */
export type FactScope =
  'event' | 'order' | 'line' | 'stock' | 'sku' | 'transfer' | 'case' | 'change' | 'actor' | 'company';

export interface Choice {
  value: string;
  label: Text;
}

export interface FactDefinition {
  /** Flat dotted id, kept for ever once published. */
  id: string;
  /** Stands alone in a chip ("已用信用", not "已用"). */
  label: Text;
  help?: Text;
  type: FactType;
  scope: FactScope;
  /** For yes-no: the words of a sentence (「加急」, 「不加急」) instead of label · is · yes. */
  says?: { yes: Text; no: Text };
  /** Values of a `choice`, or of the entries of a `list` of choices. */
  choices?: readonly Choice[];
  /** Choices are listed most important first, so "at least gold" has a meaning. */
  ordered?: boolean;
  /** Catalogue whose business ids are the values (skus, shops, warehouses …): the editor searches there. */
  catalog?: string;
  /** A fact that may have moved on when the decision commits (statistics, forecasts). */
  advisory?: boolean;
  /** What "nothing there" means, set by the loader only after its source answered. */
  whenNone?: string | number | boolean | readonly string[];
  /** Set only by the compiler's own guards: no picker shows it. */
  hidden?: boolean;
  /** Sample values, for the simulator, documentation and generated tests. */
  samples: readonly unknown[];
}

/** Defines one fact; the file name is the id's last part plus `.fact.ts`. */
export function defineFact(definition: FactDefinition): FactDefinition {
  return definition;
}
