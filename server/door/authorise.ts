import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Actor } from './actor.ts';
import { conditionRules } from './grant-conditions.ts';
import type { CommandHandler, Need, Press, Refusal, State } from './handler.ts';
import {
  deniedField,
  grantsOf,
  notYourButton,
  notYourField,
  type Grant,
  type Permissions,
} from './permission.ts';

/** A press that may go on; what can be said only of the thing it acts on is asked by `guard`. */
export interface Allowed {
  /** The handler, asking the conditions of the grants on the group's own snapshot before it plans. */
  guard(handler: CommandHandler): CommandHandler;
}

const unconditional: Allowed = { guard: (handler) => handler };

/**
 * Whether this actor may press this button with this input. Several roles add up field by field; a grant with conditions
 * counts where they hold.
 */
export function authorise(
  permissions: Permissions,
  command: CommandDefinition,
  input: unknown,
  actor: Actor,
): Allowed | Refusal {
  const grants = grantsOf(permissions, command, actor);
  if (grants.length === 0) return { refused: notYourButton(command) };
  const denied = deniedField(command, grants, input);
  if (denied !== undefined) return { refused: notYourField(command, denied) };
  const free = grants.filter(({ when }) => when.length === 0);
  if (free.length > 0 && deniedField(command, free, input) === undefined) return unconditional;
  return { guard: (handler) => asking(handler, grants, input) };
}

function asking(handler: CommandHandler, grants: readonly Grant[], input: unknown): CommandHandler {
  return {
    ...handler,
    needs: (press, state) => [...needsOfConditions(grants, press, state), ...handler.needs(press, state)],
    plan(press, state) {
      const held = holding(grants, press, state);
      if (held.length === 0) return { refused: conditionRefused(press, grants) };
      const denied = deniedField(press.command, held, input);
      if (denied !== undefined) return { refused: notYourField(press.command, denied) };
      return handler.plan(press, state);
    },
  };
}

/** What has to be read to see whether the conditions of these grants hold. */
export function needsOfConditions(grants: readonly Grant[], press: Press, state?: State): Need[] {
  const conditions = new Set(grants.flatMap(({ when }) => when));
  return [...conditions].flatMap((condition) => conditionRules[condition].needs(press, state));
}

/** Of these grants the ones whose conditions hold for this press. */
export function holding(grants: readonly Grant[], press: Press, state: State): Grant[] {
  return grants.filter(({ when }) =>
    when.every((condition) => conditionRules[condition].holds(press, state)),
  );
}

function conditionRefused(press: Press, grants: readonly Grant[]): Refusal['refused'] {
  const [condition] = grants.flatMap(({ when }) => when);
  const why = conditionRules[condition!].refusal(press.actor);
  return {
    ...notYourButton(press.command),
    message: {
      zh: `「${press.command.label.zh}」${why.zh}`,
      en: `You may press "${press.command.label.en}" ${why.en}`,
    },
  };
}
