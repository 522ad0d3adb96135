import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Actor } from '../door/actor.ts';
import { isRefusal, type CommandHandler, type Press } from '../door/handler.ts';
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
  const complete = presses.filter((one) => one.complete);
  return store.inTransaction(async (session) => {
    const copy = new WorkingCopy(store.clock.now());
    await loadGroup(store, session, copy, complete);
    return presses.map(({ press, handler, complete }) => {
      const planned = complete ? handler.plan(press as Press<never>, copy) : null;
      return {
        command: press.command,
        why: planned !== null && isRefusal(planned) ? planned.refused.message : null,
      };
    });
  });
}
