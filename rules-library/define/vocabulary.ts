import type { BlockDefinition } from './block.ts';
import type { CommandDefinition } from './command.ts';
import type { FactDefinition } from './fact.ts';
import type { OperatorDefinition } from './operator.ts';

/** Everything a drawing can be made of. The company's own facts are added to the standard ones. */
export interface Vocabulary {
  facts: ReadonlyMap<string, FactDefinition>;
  operators: ReadonlyMap<string, OperatorDefinition>;
  blocks: ReadonlyMap<string, BlockDefinition>;
  commands: ReadonlyMap<string, CommandDefinition>;
}
