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
  /** Commands and events this build handles; all of them when it is not said. */
  handled?: ReadonlySet<string>;
  /** Blocks that need what is not handled: no palette offers them, a flow that holds one stays a draft. */
  unhandled?: ReadonlyMap<string, BlockDefinition>;
}
