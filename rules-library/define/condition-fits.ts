import type { GrantCondition } from '../choices/grant-conditions.ts';
import type { SubjectKind } from './block.ts';
import type { CommandDefinition } from './command.ts';
import { commandFields } from './command-fields.ts';

/** Kinds of thing whose warehouse is known. */
export const placedKinds: readonly SubjectKind[] = ['order', 'stock', 'alert'];

const rules: Readonly<
  Record<GrantCondition, (command: Pick<CommandDefinition, 'target' | 'input'>) => boolean>
> = {
  'own-warehouse': (command) =>
    command.target.some((kind) => placedKinds.includes(kind)) ||
    commandFields(command).some(({ name }) => name === 'warehouse'),
};

/** Whether a condition says anything about a button. */
export function conditionFits(
  condition: GrantCondition,
  command: Pick<CommandDefinition, 'target' | 'input'>,
): boolean {
  return rules[condition](command);
}
