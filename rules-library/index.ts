import { blocks } from './blocks/index.ts';
import { handledEffects } from './choices/handled-effects.ts';
import { raisedEvents } from './choices/raised-events.ts';
import { commands } from './commands/index.ts';
import type { BlockDefinition } from './define/block.ts';
import type { Vocabulary } from './define/vocabulary.ts';
import { facts } from './facts/index.ts';
import { operators } from './operators/index.ts';

/** The standard vocabulary of a build that handles these commands and events. */
export function vocabularyFor(handled: ReadonlySet<string>): Vocabulary {
  const isHandled = ({ needs = [] }: BlockDefinition): boolean => needs.every((name) => handled.has(name));
  const byKind = (wanted: boolean) =>
    new Map(blocks.filter((block) => isHandled(block) === wanted).map((block) => [block.kind, block]));
  return {
    facts: new Map(facts.map((fact) => [fact.id, fact])),
    operators: new Map(operators.map((operator) => [operator.name, operator])),
    blocks: byKind(true),
    commands: new Map(commands.map((command) => [command.name, command])),
    handled,
    unhandled: byKind(false),
  };
}

/** Everything this build can draw, decide and do. A command with a contract has its handler; events and effects are told by name. */
export const vocabulary: Vocabulary = vocabularyFor(
  new Set([...commands.map(({ name }) => name), ...raisedEvents, ...handledEffects]),
);
