import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { contentHash } from '../canonical.ts';

/** Hash of what drawings can be made of: a release names the vocabulary it was compiled with. */
export function vocabularyHash(vocabulary: Vocabulary): string {
  return contentHash({
    facts: [...vocabulary.facts.values()].map(({ id, type, scope, choices }) => [
      id,
      type,
      scope,
      (choices ?? []).map(({ value }) => value),
    ]),
    operators: [...vocabulary.operators.keys()].toSorted(),
    blocks: [...vocabulary.blocks.values()].map(({ kind, version }) => [kind, version]),
    commands: [...vocabulary.commands.values()].map(({ name, ports }) => [name, ports.map(({ id }) => id)]),
  });
}
