import type { Logger } from 'pino';
import { Coalesced } from '../coalesced.ts';
import type { Job } from '../context.ts';
import type { Door, Executed } from '../door/door.ts';
import { recordId } from '../door/idempotency.ts';
import { systemActor } from '../door/system-actor.ts';
import { describeError } from '../http/describe-error.ts';
import { answerOf } from '../http/executed.ts';
import { Lease } from '../leases/lease.ts';
import { actorOf, type Person } from '../people/person.ts';
import type { PersonalVault } from '../personal/personal-vault.ts';
import { processName } from '../processes.ts';
import { records, type Store } from '../store/store.ts';
import { importLease } from './advance-import.handler.ts';
import { closedRefusal, readExcelClosed } from './excel-closed.ts';
import { NotAllowed, type ImportAdapter, type PressAs, type TakenIn } from './import-adapter.ts';
import { rowsOf } from './staged-rows.ts';
import { addCounts, noCounts, type StoredImport, type StoredPart } from './stored-import.ts';

export interface ImportJobOptions {
  store: Store;
  door: Door;
  log: Logger;
  vault: PersonalVault;
  adapterOf: (kind: string) => ImportAdapter;
}

const pollMs = 2000;
const leaseMs = 20_000;

/**
 * Takes in the files whose import was pressed, part by part, as the person who pressed it: every row is that person's press, with their
 * reason and voucher. One process does it at a time; after a crash the part in hand is pressed again under the same keys, so that no row
 * takes effect twice.
 */
export class ImportJob implements Job {
  readonly name = 'imports';
  private readonly working = new Coalesced(() => this.takeInAll());
  private readonly lease: Lease;
  private timer: NodeJS.Timeout | undefined;
  private stopped = false;
  private readonly options: ImportJobOptions;

  constructor(options: ImportJobOptions) {
    this.options = options;
    this.lease = new Lease(options.store, { name: importLease, holder: processName(), ms: leaseMs });
  }

  start(): this {
    this.timer = setInterval(() => this.wake(), pollMs).unref();
    this.wake();
    return this;
  }

  wake(): void {
    if (this.stopped) return;
    this.working.run().catch((error: unknown) => {
      if (!this.stopped)
        this.options.log.warn({ error: describeError(error) }, 'an import was interrupted; going on soon');
    });
  }

  async stop(): Promise<void> {
    this.stopped = true;
    clearInterval(this.timer);
    await this.working.settled();
    await this.lease.release().catch(() => {});
  }

  private async takeInAll(): Promise<void> {
    const imports = records<StoredImport>(this.options.store, 'imports');
    while (!this.stopped) {
      const [next] = await imports.find({ state: 'applying' }, { sort: { at: 1 }, limit: 1 });
      if (next === undefined) return;
      if (!(await this.takeInNext(next))) return;
    }
  }

  /** The next part of an import; false when another process does it. */
  private async takeInNext(found: StoredImport): Promise<boolean> {
    const { store } = this.options;
    const fence = await this.lease.hold();
    if (fence === null) return false;
    const part = await records<StoredPart>(store, 'importParts').find(
      { import: found._id, rejected: null },
      { sort: { part: 1 }, limit: 1 },
    );
    try {
      const done = await this.takeIn(found, part[0]!);
      await this.note({ import: found._id, fence, done: { part: part[0]!.part, ...done } });
    } catch (error) {
      if (!(error instanceof NotAllowed)) throw error;
      await this.note({ import: found._id, fence, stop: error.refused.message });
    }
    return true;
  }

  private async takeIn(found: StoredImport, part: StoredPart): Promise<TakenIn> {
    const { store, vault, adapterOf } = this.options;
    const closed = await readExcelClosed(store);
    if (closed !== null) throw new NotAllowed(closedRefusal(closed).refused);
    const rows = rowsOf(vault, part);
    const rejected = rows.flatMap(({ line, planned }) =>
      planned.verdict === 'rejected' ? [{ line, path: planned.path, message: planned.message }] : [],
    );
    const left = rows.filter(({ planned }) => planned.verdict !== 'rejected');
    const taken =
      left.length === 0
        ? { counts: noCounts, rejected: [] }
        : await adapterOf(found.kind).takeIn(
            found.kind,
            left,
            await this.pressAs(found),
            `import:${part._id}`,
          );
    return {
      counts: addCounts({ ...noCounts, rejected: rejected.length }, taken.counts),
      rejected: [...rejected, ...taken.rejected].sort((a, b) => a.line - b.line),
    };
  }

  /** Presses as the person is now: what they may no longer press is refused. */
  private async pressAs({ applied }: StoredImport): Promise<PressAs> {
    const { store, door } = this.options;
    const id = applied!.id.replace(/^person:/, '');
    const person = await records<Person>(store, 'people').byId(id);
    if (person === null || person.disabledAt !== null) throw new NotAllowed(gone);
    const { reason, voucher } = applied!;
    const actor = actorOf(person);
    return {
      press: (call, key) => door.execute({ ...call, key, reason, voucher }, actor),
      async pressed(keys) {
        const byRecord = new Map(keys.map((key) => [recordId(actor.id, key), key]));
        const found = await records(store, 'idempotency').byIds([...byRecord.keys()]);
        return new Set(found.map(({ _id }) => byRecord.get(_id)!));
      },
    };
  }

  private async note(input: Record<string, unknown>): Promise<void> {
    answerOf(await this.options.door.execute({ name: 'advance-import', input }, systemActor));
  }
}

const gone: Extract<Executed, { ok: false }>['refusal'] = {
  code: 'not-your-button',
  message: {
    zh: '按下导入的人已停用，请换人重新导入',
    en: 'Whoever pressed import is disabled; somebody else has to import the file',
  },
};
