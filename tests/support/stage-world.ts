import { vocabulary } from '../../rules-library/index.ts';
import { answerHandler } from '../../server/approvals/answer.handler.ts';
import { approveHandler } from '../../server/approvals/approve.handler.ts';
import { askBackHandler } from '../../server/approvals/ask-back.handler.ts';
import { askingTimers } from '../../server/approvals/asking-timers.ts';
import { askPersonHandler } from '../../server/approvals/ask-person.handler.ts';
import { delegateHandler } from '../../server/approvals/delegate.handler.ts';
import { openApprovalHandler } from '../../server/approvals/open-approval.handler.ts';
import { ParkedPresses } from '../../server/approvals/parked-presses.ts';
import { rejectHandler } from '../../server/approvals/reject.handler.ts';
import { Decider } from '../../server/decisions/decider.ts';
import type { Actor } from '../../server/door/actor.ts';
import {
  isRefusal,
  type CommandHandler,
  type Need,
  type Press,
  type State,
  type StoredDocument,
} from '../../server/door/handler.ts';
import { Draft } from '../../server/door/working-copy.ts';
import { setTagHandler } from '../../server/orders/set-tag.handler.ts';
import type { StoredOrder } from '../../server/orders/order.ts';
import type { ActiveRelease } from '../../server/releases/active-release.ts';
import { firstSettings } from '../../server/permissions/first-settings.ts';
import { PersonalVault } from '../../server/personal/personal-vault.ts';
import { endWaits } from '../../server/stages/order-waits.ts';
import { Stages } from '../../server/stages/stages.ts';
import { fireTimerHandler } from '../../server/timers/fire-timer.handler.ts';
import type { StoredTimer } from '../../server/timers/timer.ts';
import { startWaitHandler } from '../../server/waits/start-wait.handler.ts';
import { waitTimerAction } from '../../server/waits/wait-timer.ts';
import { keys } from './way.ts';

const job: Actor = {
  kind: 'job',
  id: 'job:timers',
  name: { zh: '定时', en: 'Timer' },
  roles: [],
  warehouse: null,
};

/** Documents in memory, with a clock that is moved by hand. */
class Memory implements State {
  now = Date.parse('2025-12-12T08:00:00+08:00');
  readonly collections = new Map<string, Map<string, StoredDocument>>();

  // oxlint-disable-next-line typescript/no-unnecessary-type-parameters -- as State says it
  get<Document extends StoredDocument>(collection: string, id: string): Document | undefined {
    return this.collections.get(collection)?.get(id) as Document | undefined;
  }

  find<Document extends StoredDocument>(need: Need): Document[] {
    const all = [...(this.collections.get(need.collection)?.values() ?? [])] as Document[];
    if ('ids' in need) return all.filter(({ _id }) => need.ids.includes(_id));
    return all.filter((one) => Object.entries(need.where).every(([field, value]) => one[field] === value));
  }

  take(draft: Draft): void {
    for (const change of draft.changes) {
      const name = 'put' in change ? change.put : change.remove;
      const documents = this.collections.get(name) ?? new Map<string, StoredDocument>();
      this.collections.set(name, documents);
      if ('put' in change) {
        const rev = (documents.get(change.document._id)?.rev ?? 0) + 1;
        documents.set(change.document._id, { ...change.document, rev });
      } else documents.delete(change.id);
    }
  }

  all<Document extends StoredDocument>(collection: string): Document[] {
    return [...(this.collections.get(collection)?.values() ?? [])] as Document[];
  }
}

/** One order whose flows wait for people and times, pressed through the real handlers on documents in memory. */
export class StageWorld {
  readonly memory = new Memory();
  private readonly handlers: ReadonlyMap<string, CommandHandler>;
  private readonly decider: Decider;
  private readonly release: ActiveRelease;
  private presses = 0;

  constructor(release: ActiveRelease, people: readonly string[]) {
    this.release = release;
    const releases = { current: () => release, held: () => release, hold: () => release };
    const ofRules = [setTagHandler, openApprovalHandler, askPersonHandler, startWaitHandler];
    this.decider = new Decider({ releases, handlers: ofRules, zone: () => 'Asia/Shanghai' });
    const stages = new Stages(this.decider, releases);
    const parked = new ParkedPresses({
      handlers: [],
      permissions: firstSettings,
      vault: new PersonalVault(keys),
    });
    const ending = { stages, parked };
    const all = [
      approveHandler(ending),
      rejectHandler(ending),
      askBackHandler(ending),
      delegateHandler(ending),
      answerHandler(stages),
      fireTimerHandler([...askingTimers(ending), waitTimerAction(stages)]),
    ];
    this.handlers = new Map(all.map((handler) => [handler.name, handler]));
    const draft = new Draft(this.memory);
    draft.apply([
      { put: 'orders', document: newOrder() },
      ...people.map((_id) => ({ put: 'people', document: personDocument(_id) })),
    ]);
    this.memory.take(draft);
  }

  get order(): StoredOrder {
    return this.memory.get<StoredOrder>('orders', 'o1')!;
  }

  /** The order's first decision, asked for by this person. */
  receive(requester: Actor): void {
    const press = this.pressOf('set-tag', requester, 'order:o1', {});
    const draft = new Draft(this.memory);
    const factsOn = () => ({ 'order.total': this.order.total, 'order.number': 'N1' });
    this.decider.decideEvent(
      this.release,
      press,
      { type: 'order.received', subject: 'order:o1', factsOn, index: 1 },
      draft,
    );
    this.memory.take(draft);
  }

  /** Presses a button; answers the code of the refusal, or null. */
  press(name: string, actor: Actor, target: string | null, input: object, reason = '试验'): string | null {
    const press = this.pressOf(name, actor, target, input, reason);
    const planned = this.handlers.get(name)!.plan(press as Press<never>, this.memory);
    if (isRefusal(planned)) return planned.refused.code;
    const draft = new Draft(this.memory);
    draft.apply(planned.changes);
    this.memory.take(draft);
    return null;
  }

  /** Changes what the order asks for, as any command of any other part might. */
  changeOrder(fields: Partial<StoredOrder>): void {
    const draft = new Draft(this.memory);
    draft.apply([{ put: 'orders', document: { ...this.order, ...fields } }]);
    this.memory.take(draft);
  }

  cancel(): void {
    const draft = new Draft(this.memory);
    const ended = endWaits({ ...this.order, state: 'cancelled' }, draft);
    draft.apply([...ended.changes, { put: 'orders', document: ended.order }]);
    this.memory.take(draft);
  }

  /** Time goes by; timers that become due fire at their moment, in order. */
  pass(minutes: number): void {
    const until = this.memory.now + minutes * 60_000;
    for (;;) {
      const [next] = this.memory
        .all<StoredTimer>('timers')
        .filter(({ due }) => due <= until)
        .sort((a, b) => a.due - b.due);
      if (next === undefined) break;
      this.memory.now = Math.max(this.memory.now, next.due);
      this.press('fire-timer', job, null, { timer: next._id, lease: next.lease });
    }
    this.memory.now = until;
  }

  private pressOf(name: string, actor: Actor, target: string | null, input: object, reason = ''): Press {
    const colon = target?.indexOf(':') ?? 0;
    return {
      id: `p${String((this.presses += 1)).padStart(5, '0')}`,
      command: vocabulary.commands.get(name)!,
      target: target === null ? null : { kind: target.slice(0, colon), id: target.slice(colon + 1) },
      input,
      actor,
      key: null,
      reason: reason || null,
      voucher: null,
      arrivedAt: this.memory.now,
    };
  }
}

function newOrder(): StoredOrder {
  return {
    _id: 'o1',
    rev: 0,
    channel: 'b2b',
    externalId: 'N1',
    kind: 'sale',
    state: 'received',
    placedAt: 0,
    receivedAt: 0,
    changedAt: 0,
    lines: [{ lineId: '1', sku: 'BRK-1', quantity: 1, unitPrice: 100 }],
    goodsTotal: 100,
    total: 100,
    discount: 0,
    freight: 0,
    quantity: 1,
    customer: {},
    vehicle: {},
    shipTo: {},
    payment: {},
    custom: {},
    masked: {},
    identities: [],
    isRush: false,
    rushRequested: false,
    tags: [],
    holds: [],
    held: false,
    complaints: 0,
    alerts: 0,
    history: 0,
    fingerprint: '',
    asOf: {},
  };
}

function personDocument(_id: string): StoredDocument {
  return { _id, rev: 1, name: { zh: _id, en: _id }, roles: [_id], warehouse: null, disabledAt: null };
}
