import { vocabulary } from '../../rules-library/index.ts';
import { unkeyed, type AuditContext } from '../audit/audit-context.ts';
import { RequestError } from '../http/request-error.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { busy, isDuplicate, isOutOfReach } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import { authorise } from './authorise.ts';
import type { CommandCall, Door, Executed } from './door.ts';
import type { CommandHandler, Press, Refusal, Signal } from './handler.ts';
import { fingerprintOf, inFlight, recordId } from './idempotency.ts';
import { loadGroup } from './load-group.ts';
import { failed, planMember, refuse, type Member, type Planned } from './member.ts';
import type { Permissions } from './permission.ts';
import { timedId } from './press-id.ts';
import { readCall } from './read-call.ts';
import { raiseEditions, ReferenceData } from './reference-data.ts';
import { WorkingCopy } from './working-copy.ts';
import { Moved, writeGroup } from './write-group.ts';

const mostInGroup = 64;
const mostBytesInGroup = 1024 * 1024;
const mostWaiting = 2000;
const oldestMs = 2000;
const giveUpMs = 5000;
const usualBytes = 2000;

/**
 * The door: commands that wait are loaded together, planned one after another on one working copy and committed in one
 * transaction, each with its own outcome. One group at a time per process; nothing waits for a timer.
 */
export class GroupDoor implements Door {
  private readonly waiting: Member[] = [];
  private readonly inFlight = new Set<string>();
  private readonly listeners = new Map<string, Set<(data: Signal['data']) => void>>();
  private readonly handlers: ReadonlyMap<string, CommandHandler>;
  private readonly store: Store;
  private readonly metrics: Metrics;
  private readonly permissions: Permissions;
  private readonly audit: AuditContext;
  private readonly reference = new ReferenceData();
  private running: Promise<void> | undefined;
  private closed = false;

  /** `audit`: what entries say beside their press. */
  constructor(
    store: Store,
    handlers: readonly CommandHandler[],
    metrics: Metrics,
    permissions: Permissions,
    audit = unkeyed,
  ) {
    this.store = store;
    this.metrics = metrics;
    this.permissions = permissions;
    this.audit = audit;
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
  }

  async execute(call: CommandCall, actor: Actor): Promise<Executed> {
    const command = vocabulary.commands.get(call.name);
    const handler = this.handlers.get(call.name);
    if (command === undefined || handler === undefined) return refuse(noSuchButton(call.name));
    const allowed = authorise(this.permissions, command, call.input, actor);
    if ('refused' in allowed) return refuse(allowed.refused);
    const read = readCall(command, call, actor);
    if ('refused' in read) return refuse(read.refused);
    const record =
      call.key === undefined
        ? null
        : {
            id: recordId(actor.id, call.key),
            fingerprint: fingerprintOf(call.name, call.target, call.input, call),
          };
    if (record !== null && this.inFlight.has(record.id)) return refuse(inFlight);
    this.refuseWhenFull();
    const now = this.store.clock.now();
    const press: Press = {
      id: timedId('p', now),
      command,
      target: read.target,
      input: read.input,
      actor,
      key: call.key ?? null,
      reason: call.reason?.trim() || null,
      voucher: call.voucher?.trim() || null,
      arrivedAt: now,
      audit: this.audit,
      ...(call.intake === undefined ? {} : { intake: call.intake }),
    };
    if (record !== null) this.inFlight.add(record.id);
    try {
      return await new Promise<Executed>((settle, fail) => {
        const bytes = call.bytes ?? usualBytes;
        this.waiting.push({
          press,
          handler: allowed.guard(handler),
          record,
          bytes,
          arrived: performance.now(),
          settle,
          fail,
        });
        this.metrics.waiting.set(this.waiting.length);
        this.running ??= this.run();
      });
    } finally {
      if (record !== null) this.inFlight.delete(record.id);
    }
  }

  on(name: string, listener: (data: Signal['data']) => void): () => void {
    const listeners = this.listeners.get(name) ?? new Set();
    listeners.add(listener);
    this.listeners.set(name, listeners);
    return () => listeners.delete(listener);
  }

  async close(): Promise<void> {
    this.closed = true;
    while (this.running !== undefined) await this.running;
  }

  private refuseWhenFull(): void {
    if (this.closed) throw busy();
    const oldest = this.waiting[0];
    const late = oldest !== undefined && performance.now() - oldest.arrived > oldestMs;
    if (this.waiting.length < mostWaiting && !late) return;
    throw new RequestError(
      'too-many',
      { zh: '同时来的请求太多，请稍后再试', en: 'Too many requests at once; please try again in a moment' },
      { retryAfter: 1 },
    );
  }

  private async run(): Promise<void> {
    // Lets everything that arrived in this turn of the loop join the first group.
    await new Promise((resolve) => setImmediate(resolve));
    while (this.waiting.length > 0) {
      const group = this.take();
      this.metrics.waiting.set(this.waiting.length);
      await this.runGroup(group);
    }
    // In the same turn as the last look at who waits: whoever comes next starts a new run.
    this.running = undefined;
  }

  private take(): Member[] {
    let bytes = 0;
    let count = 0;
    for (const member of this.waiting) {
      bytes += member.bytes;
      if (count === mostInGroup || (count > 0 && bytes > mostBytesInGroup)) break;
      count++;
    }
    return this.waiting.splice(0, count);
  }

  /** Settles every member, whatever happens; never throws. */
  private async runGroup(group: readonly Member[]): Promise<void> {
    const started = performance.now();
    for (let duplicates = 0; ;) {
      try {
        this.announce(await this.attempt(group, started));
        return;
      } catch (error) {
        if (error instanceof RequestError || isOutOfReach(error)) return failAll(group, error);
        const again = error instanceof Moved || isDuplicate(error);
        if (isDuplicate(error)) duplicates++;
        if (again && performance.now() - started > giveUpMs) return failAll(group, busy());
        if (again && (duplicates < 2 || group.length === 1) && duplicates < 4) {
          this.metrics.retries.inc({ reason: error instanceof Moved ? 'moved' : 'duplicate' });
          await pause();
          continue;
        }
        if (group.length === 1) return failAll(group, again ? busy() : error);
        // A second collision, or a write the store refuses: find the one it belongs to by running each alone.
        this.metrics.retries.inc({ reason: 'alone' });
        for (const member of group) await this.runGroup([member]);
        return;
      }
    }
  }

  private async attempt(group: readonly Member[], started: number): Promise<Planned[]> {
    const stats = { attempts: 0 };
    const planned = await this.store.inTransaction(async (session) => {
      const copy = new WorkingCopy(this.store.clock.now());
      const errors = await loadGroup(this.store, session, copy, group, this.reference);
      const outcomes = group.map((member) =>
        errors.has(member) ? failed(member, errors.get(member)) : planMember(member, copy),
      );
      raiseEditions(copy);
      await writeGroup(this.store, session, copy.writes());
      return outcomes;
    }, stats);
    if (stats.attempts > 1) this.metrics.retries.inc({ reason: 'conflict' }, stats.attempts - 1);
    this.metrics.groupSize.observe(group.length);
    this.metrics.groupSeconds.observe((performance.now() - started) / 1000);
    return planned;
  }

  private announce(planned: readonly Planned[]): void {
    const now = performance.now();
    for (const { member, executed, error, signals } of planned) {
      this.metrics.commandSeconds.observe((now - member.arrived) / 1000);
      if (executed === null) member.fail(error);
      else member.settle(executed);
      for (const { name, data } of signals)
        for (const listener of this.listeners.get(name) ?? []) listener(data);
    }
  }
}

function failAll(group: readonly Member[], error: unknown): void {
  const told = isOutOfReach(error) ? busy() : error;
  for (const member of group) member.fail(told);
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, Math.random() * 8));
}

function noSuchButton(name: string): Refusal['refused'] {
  const shown = name.slice(0, 64);
  return {
    code: 'not-found',
    message: { zh: `没有「${shown}」这个操作`, en: `There is no button "${shown}"` },
  };
}
