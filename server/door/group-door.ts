import { vocabulary } from '../../rules-library/index.ts';
import type { CommandDefinition } from '../../rules-library/define/command.ts';
import { auditEntry } from '../audit/audit-entry.ts';
import { RequestError } from '../http/request-error.ts';
import { issuesOf } from '../http/validate.ts';
import type { Metrics } from '../metrics/metrics.ts';
import { busy, isDuplicate } from '../store/in-transaction.ts';
import type { Store } from '../store/store.ts';
import type { Actor } from './actor.ts';
import type { CommandCall, Door, Executed } from './door.ts';
import {
  isRefusal,
  type CommandHandler,
  type Outcome,
  type Press,
  type Refusal,
  type Signal,
} from './handler.ts';
import { fingerprintOf, inFlight, keptMs, keyReused, recordId, type StoredAnswer } from './idempotency.ts';
import { loadGroup } from './load-group.ts';
import { mayPress, notYourButton } from './permission.ts';
import { timedId } from './press-id.ts';
import { WorkingCopy } from './working-copy.ts';
import { Moved, writeGroup } from './write-group.ts';

const mostInGroup = 64;
const mostBytesInGroup = 1024 * 1024;
const mostWaiting = 2000;
const oldestMs = 2000;
const giveUpMs = 5000;

/** A command waiting for its group. */
interface Member {
  press: Press;
  handler: CommandHandler;
  record: { id: string; fingerprint: string } | null;
  bytes: number;
  arrived: number;
  settle(executed: Executed): void;
  fail(error: unknown): void;
}

/** What became of one member in one attempt; told only after the commit. */
interface Planned {
  member: Member;
  executed: Executed | null;
  error: unknown;
  signals: readonly Signal[];
}

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
  private running: Promise<void> | undefined;
  private closed = false;

  constructor(store: Store, handlers: readonly CommandHandler[], metrics: Metrics) {
    this.store = store;
    this.metrics = metrics;
    this.handlers = new Map(handlers.map((handler) => [handler.name, handler]));
  }

  async execute(call: CommandCall, actor: Actor): Promise<Executed> {
    const command = vocabulary.commands.get(call.name);
    const handler = this.handlers.get(call.name);
    if (command === undefined || handler === undefined) return refuse(noSuchButton(call.name));
    if (!mayPress(command, actor)) return refuse(notYourButton(command));
    const read = readCall(command, call, actor);
    if ('refused' in read) return refuse(read.refused);
    const record =
      call.key === undefined
        ? null
        : {
            id: recordId(actor.id, call.key),
            fingerprint: fingerprintOf(call.name, call.target, call.input),
          };
    if (record !== null && this.inFlight.has(record.id)) return refuse(inFlight);
    const press: Press = {
      id: timedId('p', this.store.clock.now()),
      command,
      target: read.target,
      input: read.input,
      actor,
      key: call.key ?? null,
      reason: call.reason?.trim() || null,
      voucher: call.voucher?.trim() || null,
    };
    this.refuseWhenFull();
    if (record !== null) this.inFlight.add(record.id);
    try {
      return await new Promise<Executed>((settle, fail) => {
        this.waiting.push({
          press,
          handler,
          record,
          bytes: call.bytes ?? 2000,
          arrived: performance.now(),
          settle,
          fail,
        });
        this.metrics.waiting.set(this.waiting.length);
        this.running ??= this.run().finally(() => {
          this.running = undefined;
        });
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
      { zh: '同时来的请求太多,请稍后再试', en: 'Too many requests at once; please try again in a moment' },
      { retryAfter: 1 },
    );
  }

  private async run(): Promise<void> {
    // Lets everything that arrived in this turn of the loop join the first group.
    await Promise.resolve();
    while (this.waiting.length > 0) {
      const group = this.take();
      this.metrics.waiting.set(this.waiting.length);
      await this.runGroup(group);
    }
  }

  private take(): Member[] {
    let bytes = 0;
    let count = 0;
    const keys = new Set<string>();
    for (const member of this.waiting) {
      bytes += member.bytes;
      if (count === mostInGroup || (count > 0 && bytes > mostBytesInGroup)) break;
      if (member.record !== null) keys.add(member.record.id);
      count++;
    }
    return this.waiting.splice(0, count);
  }

  private async runGroup(group: Member[]): Promise<void> {
    const started = performance.now();
    let duplicates = 0;
    for (;;) {
      try {
        const planned = await this.store.inTransaction(async (session) => {
          const copy = new WorkingCopy(this.store.clock.now());
          await loadGroup(this.store, session, copy, group);
          const outcomes = group.map((member) => plan(member, copy));
          await writeGroup(this.store, session, copy.writes());
          return outcomes;
        });
        this.metrics.groupSize.observe(group.length);
        this.metrics.groupSeconds.observe((performance.now() - started) / 1000);
        this.announce(planned);
        return;
      } catch (error) {
        const duplicate = isDuplicate(error);
        if (duplicate) duplicates++;
        if (
          (duplicate || error instanceof Moved) &&
          performance.now() - started < giveUpMs &&
          duplicates < 4
        ) {
          this.metrics.retries.inc({ reason: duplicate ? 'duplicate' : 'moved' });
          // A second collision on a key: find the one it belongs to by running each alone.
          if (duplicates < 2 || group.length === 1) continue;
          for (const member of group) await this.runGroup([member]);
          return;
        }
        for (const member of group) member.fail(error instanceof Moved ? busy() : error);
        return;
      }
    }
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

/** Plans one command on what the ones before it left; a plan that throws changes nothing and fails alone. */
function plan(member: Member, copy: WorkingCopy): Planned {
  const { press, handler, record } = member;
  if (record !== null) {
    const stored = copy.get<StoredAnswer>('idempotency', record.id);
    if (stored !== undefined && stored.expiresAt.getTime() > copy.now) {
      if (stored.fingerprint !== record.fingerprint) return done(member, refuse(keyReused), []);
      return done(member, stored.answer.ok ? { ...stored.answer, repeated: true } : stored.answer, []);
    }
  }
  let planned: Outcome | Refusal;
  try {
    planned = handler.plan(press as Press<never>, copy);
  } catch (error) {
    return { member, executed: null, error, signals: [] };
  }
  const executed: Executed = isRefusal(planned) ? refuse(planned.refused) : accept(press, planned);
  if (!isRefusal(planned)) copy.apply(planned.changes);
  copy.apply([auditEntry(press, planned, copy.now)]);
  if (record !== null) {
    const answer = {
      _id: record.id,
      fingerprint: record.fingerprint,
      command: press.command.name,
      press: press.id,
      answer: executed,
      at: copy.now,
      expiresAt: new Date(copy.now + keptMs),
    };
    copy.apply([{ put: 'idempotency', document: answer }]);
  }
  return done(member, executed, isRefusal(planned) ? [] : (planned.signals ?? []));
}

function done(member: Member, executed: Executed, signals: readonly Signal[]): Planned {
  return { member, executed, error: undefined, signals };
}

function accept(press: Press, { result, text, alerts, decision }: Outcome): Executed {
  return {
    ok: true,
    press: press.id,
    repeated: false,
    outcome: {
      result,
      text,
      ...(alerts === undefined ? {} : { alerts }),
      ...(decision === undefined ? {} : { decision }),
    },
  };
}

function refuse(refusal: Refusal['refused']): Executed {
  return { ok: false, refusal };
}

function noSuchButton(name: string): Refusal['refused'] {
  return {
    code: 'not-found',
    message: { zh: `没有「${name}」这个操作`, en: `There is no button "${name}"` },
  };
}

type Read = { input: unknown; target: Press['target'] } | Refusal;

/** Target, input, reason and voucher as the contract wants them. */
function readCall(command: CommandDefinition, call: CommandCall, actor: Actor): Read {
  const target = readTarget(command, call.target);
  if (target !== null && 'refused' in target) return target;
  const read = command.input.safeParse(call.input ?? {}, { reportInput: true });
  if (!read.success) {
    const [issue] = issuesOf(read.error);
    return {
      refused: {
        code: 'bad-input',
        message: issue?.message ?? { zh: '内容不对', en: 'The content is not as required' },
        ...(issue === undefined || issue.path === '' ? {} : { path: issue.path }),
      },
    };
  }
  if (command.needsReason && actor.kind === 'person' && (!call.reason?.trim() || !call.voucher?.trim())) {
    return {
      refused: {
        code: 'reason-missing',
        path: call.reason?.trim() ? 'voucher' : 'reason',
        message: {
          zh: `「${command.label.zh}」要填改单原因和原始凭证号`,
          en: `"${command.label.en}" needs a reason and a voucher number`,
        },
      },
    };
  }
  return { input: read.data, target };
}

function readTarget(command: CommandDefinition, target: string | undefined): Press['target'] | Refusal {
  if (command.target.length === 0) return null;
  const colon = target?.indexOf(':') ?? -1;
  const kind = target?.slice(0, colon) ?? '';
  const id = target?.slice(colon + 1) ?? '';
  const fits = (command.target as readonly string[]).includes(kind) || command.target.includes('any');
  if (colon > 0 && id !== '' && fits) return { kind, id };
  const kinds = command.target.join(', ');
  return {
    refused: {
      code: 'bad-input',
      path: 'target',
      message: {
        zh: `「${command.label.zh}」要指明对象,写法是 种类:编号,种类可以是 ${kinds}`,
        en: `"${command.label.en}" needs a target written kind:ID, where kind is ${kinds}`,
      },
    },
  };
}
