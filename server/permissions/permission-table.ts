import type { Logger } from 'pino';
import type { FieldGroup } from '../../rules-library/choices/field-groups.ts';
import { Coalesced } from '../coalesced.ts';
import type { Grant, Permissions } from '../door/permission.ts';
import { describeError } from '../http/describe-error.ts';
import { records, type RecordsPort, type Store } from '../store/store.ts';
import { fillTable } from './fill-table.ts';
import { tableOf } from './first-settings.ts';
import { epochId, type StoredEpoch, type StoredRole } from './stored-role.ts';

const pollMs = 250;

/**
 * The table of roles and buttons, held in memory. Changes made here are in force with their answer, those of other processes
 * within the next poll. A table that cannot be read leaves the last one in force and is tried again.
 */
export class PermissionTable implements Permissions {
  private readonly roles = new Map<string, StoredRole>();
  private readonly table = tableOf(this.roles);
  private epoch = -1;
  private readonly reading = new Coalesced(() => this.read());
  private readonly listeners = new Set<() => void>();
  private timer: NodeJS.Timeout | undefined;
  private readonly stored: RecordsPort<StoredRole>;
  private readonly pointers: RecordsPort<StoredEpoch>;
  private readonly log: Logger;

  private constructor(store: Store, log: Logger) {
    this.stored = records<StoredRole>(store, 'permissions');
    this.pointers = records<StoredEpoch>(store, 'pointers');
    this.log = log;
  }

  /** Fills what is missing in the store, reads it, and from then on follows it. */
  static async open(store: Store, log: Logger): Promise<PermissionTable> {
    await fillTable(store);
    const table = new PermissionTable(store, log);
    await table.reading.run();
    table.timer = setInterval(() => table.refresh(), pollMs).unref();
    return table;
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.reading.settled();
  }

  grant(role: string, button: string): Grant | null {
    return this.table.grant(role, button);
  }

  mayRead(role: string, group: FieldGroup): boolean {
    return this.table.mayRead(role, group);
  }

  /** Every role as it is in force here. */
  all(): readonly StoredRole[] {
    return [...this.roles.values()];
  }

  /** Tells of every change of the table in this process. */
  onChanged(listener: () => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** Puts in force what this process has just committed; commands of one group tell in their order, the last one is right. */
  changed(role: StoredRole): void {
    if (role.rev < (this.roles.get(role._id)?.rev ?? 0)) return;
    this.roles.set(role._id, role);
    this.tell();
  }

  private refresh(): void {
    this.reading.run().catch((error: unknown) => {
      this.log.warn({ error: describeError(error) }, 'the buttons of roles could not be read; tried again');
    });
  }

  private async read(): Promise<void> {
    const epoch = (await this.pointers.byId(epochId))?.epoch ?? 0;
    if (epoch === this.epoch) return;
    // Read after its number: at least as new as the number says.
    const changed = this.take(await this.stored.find({}));
    this.epoch = epoch;
    if (changed) this.tell();
  }

  /** A role never goes back to an older state. */
  private take(found: readonly StoredRole[]): boolean {
    const newer = found.filter(({ _id, rev }) => rev > (this.roles.get(_id)?.rev ?? 0));
    for (const role of newer) this.roles.set(role._id, role);
    return newer.length > 0;
  }

  private tell(): void {
    for (const listener of this.listeners) listener();
  }
}
