import { blocks } from './blocks/index.ts';
import { commands } from './commands/index.ts';
import type { Vocabulary } from './define/vocabulary.ts';
import { facts } from './facts/index.ts';
import { operators } from './operators/index.ts';

/** The standard vocabulary: everything this build can draw, decide and do. */
export const vocabulary: Vocabulary = {
  facts: new Map(facts.map((fact) => [fact.id, fact])),
  operators: new Map(operators.map((operator) => [operator.name, operator])),
  blocks: new Map(blocks.map((block) => [block.kind, block])),
  commands: new Map(commands.map((command) => [command.name, command])),
};
