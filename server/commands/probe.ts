import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';
import { isRefusal, type CommandHandler, type Press, type Refusal, type State } from '../door/handler.ts';
import { loadGroup } from '../door/load-group.ts';
import { WorkingCopy } from '../door/working-copy.ts';
import type { Store } from '../store/store.ts';

export interface Probed {
  command: CommandDefinition;
  /** Why it would be refused now; null when it would pass, or when that depends on what is filled in. */
  why: Text | null;
}

/**
 * What would become of these buttons if they were pressed now with nothing filled in: planned on what the store holds,
 * never written.
 */
export async function probe(
  store: Store,
  buttons: readonly { command: CommandDefinition; handler: CommandHandler }[],
  target: { kind: string; id: string },
  actor: Actor,
): Promise<Probed[]> {
  const presses = buttons.map(({ command, handler }) => {
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
    return { press, handler, record: null, complete: input.success };
  });
  const asked = presses.filter(({ complete, handler }) => complete || handler.refusal !== undefined);
  return store.inTransaction(async (session) => {
    const copy = new WorkingCopy(store.clock.now());
    await loadGroup(store, session, copy, asked);
    return presses.map(({ press, handler, complete }) => ({
      command: press.command,
      why: refusalOf(press as Press<never>, handler, complete, copy)?.refused.message ?? null,
    }));
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
