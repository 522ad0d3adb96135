import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';
import { holding, needsOfConditions } from '../door/authorise.ts';
import { isRefusal, type CommandHandler, type Press, type Refusal, type State } from '../door/handler.ts';
import { loadGroup } from '../door/load-group.ts';
import { fieldsOf, type Grant } from '../door/permission.ts';
import { WorkingCopy } from '../door/working-copy.ts';
import type { Store } from '../store/store.ts';

/** A button as it is looked at: what the actor's roles allow of it. */
export interface Probing {
  command: CommandDefinition;
  handler: CommandHandler;
  grants: readonly Grant[];
}

export interface Probed {
  command: CommandDefinition;
  /** What the actor may fill in; null: everything. */
  fields: ReadonlySet<string> | null;
  /** Why it would be refused now; null when it would pass, or when that depends on what is filled in. */
  why: Text | null;
}

/**
 * What would become of these buttons if they were pressed now with nothing filled in: planned on what the store holds,
 * never written. Buttons whose conditions do not hold for this target are left out.
 */
export async function probe(
  store: Store,
  buttons: readonly Probing[],
  target: { kind: string; id: string },
  actor: Actor,
): Promise<Probed[]> {
  const presses = buttons.map(({ command, handler, grants }) => {
    const input = command.input.safeParse({});
    const press: Press = {
      id: 'probe',
      command,
      target,
      input: input.success ? input.data : {},
      actor,
      key: null,
      reason: null,
      voucher: null,
    };
    const looked: CommandHandler = {
      ...handler,
      needs: (press, state) => [
        ...needsOfConditions(grants, press, state),
        ...(input.success || handler.refusal !== undefined ? handler.needs(press, state) : []),
      ],
    };
    return { press, handler: looked, grants, record: null, complete: input.success };
  });
  const asked = presses.filter(
    ({ complete, grants, handler }) =>
      complete || handler.refusal !== undefined || grants.some(({ when }) => when.length > 0),
  );
  return store.inTransaction(async (session) => {
    const copy = new WorkingCopy(store.clock.now());
    await loadGroup(store, session, copy, asked);
    return presses.flatMap(({ press, handler, grants, complete }) => {
      const held = holding(grants, press, copy);
      if (held.length === 0) return [];
      const why = refusalOf(press as Press<never>, handler, complete, copy)?.refused.message ?? null;
      return [{ command: press.command, fields: fieldsOf(held), why }];
    });
  });
}

function refusalOf(
  press: Press<never>,
  handler: CommandHandler,
  complete: boolean,
  state: State,
): Refusal | null {
  if (handler.refusal !== undefined) return handler.refusal(press, state);
  const planned = complete ? handler.plan(press, state) : null;
  return planned !== null && isRefusal(planned) ? planned : null;
}
