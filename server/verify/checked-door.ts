import { publishSchema } from '../../rules-library/contract/releases.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Actor } from '../door/actor.ts';
import type { CommandCall, Door, Executed } from '../door/door.ts';
import { mayPress, type Permissions } from '../door/permission.ts';
import type { ReleaseChecks } from './release-checks.ts';

const publish = 'publish-release';

/**
 * The door with a look ahead: before a press that publishes is let in, what it would publish is checked, away from the event loop. Whether it may
 * be published is decided inside, by the press's own plan, from what the check found.
 */
export class CheckedDoor implements Door {
  private readonly door: Door;
  private readonly checks: Pick<ReleaseChecks, 'check'>;

  private readonly permissions: Permissions;

  constructor(door: Door, checks: Pick<ReleaseChecks, 'check'>, permissions: Permissions) {
    this.door = door;
    this.checks = checks;
    this.permissions = permissions;
  }

  async execute(call: CommandCall, actor: Actor): Promise<Executed> {
    if (call.name === publish && mayPress(this.permissions, vocabulary.commands.get(publish)!, actor)) {
      const input = publishSchema.safeParse(call.input ?? {});
      if (input.success) await this.checks.check(input.data);
    }
    return this.door.execute(call, actor);
  }

  on(name: string, listener: Parameters<Door['on']>[1]): () => void {
    return this.door.on(name, listener);
  }

  close(): Promise<void> {
    return this.door.close();
  }
}
