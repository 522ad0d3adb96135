import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { raiseAlertHandler } from '../alerts/raise-alert.handler.ts';
import { buttonLabel } from '../audit/audit-words.ts';
import type { DecidedEvent } from '../decisions/decider.ts';
import { isRefusal, type Press, type Signal } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { reasonsOf } from '../gates/gate-words.ts';
import type { Stages } from '../stages/stages.ts';
import type { ParkedPress, StoredApproval } from './approval.ts';
import { announceDecided } from './approval-decided.ts';
import { denialsOf, drawnOf, enterGateStage, openNext } from './gate-approvals.ts';
import { note, type ParkedPresses } from './parked-presses.ts';

/** What lets things go on when an approval has ended. */
export interface EndingTools {
  stages: Stages;
  parked: ParkedPresses;
}

/** What followed when an approval ended. */
export interface Followed {
  /** What became of the button that waited for it. */
  text?: Text;
  decision?: string;
  alerts: readonly string[];
  signals: readonly Signal[];
}

const nothing: Followed = { alerts: [], signals: [] };

/** An approval that has ended lets its flow go on by its outcome, and the button that waited for it take effect or not. */
export function endApproval(
  approval: StoredApproval,
  { stages, parked }: EndingTools,
  press: Press,
  draft: Draft,
): Followed {
  const { state, origin, subject } = approval;
  if (state !== 'approved' && state !== 'rejected' && state !== 'timedOut') return nothing;
  draft.apply(announceDecided(approval, draft));
  if (approval.parked !== null) return endParked(approval, approval.parked, { stages, parked }, press, draft);
  if (origin === null) return nothing;
  return followed([stages.enter(press, { origin, port: state, subject }, draft)]);
}

function endParked(
  approval: StoredApproval,
  waiting: ParkedPress,
  { stages, parked }: EndingTools,
  press: Press,
  draft: Draft,
): Followed {
  const label = buttonLabel(waiting.command);
  const entered = enterGateStage(stages, approval, press, draft, 1);
  const decided = entered === undefined ? [] : [entered];
  const refuse = (why: Text): Followed => {
    const text = {
      zh: `「${label.zh}」没有生效：${why.zh}`,
      en: `"${label.en}" did not take effect: ${why.en}`,
    };
    note(approval.order, text, press, draft, entered);
    return ended(text, false, followed(decided));
  };
  if (approval.state === 'rejected') return refuse({ zh: '审批被驳回', en: 'the approval was rejected' });
  if (approval.state === 'timedOut') return refuse({ zh: '审批超时', en: 'the approval timed out' });
  let denials = denialsOf(entered);
  if (denials.length === 0) {
    const then = [...drawnOf(entered?.approvals ?? []), ...waiting.then];
    const next = openNext({ ...waiting, then }, press, { stages, name: (at) => `1v${at}` }, draft);
    decided.push(...next.decided);
    denials = [...next.denials];
    if (next.open !== null) {
      forget();
      return followed(decided);
    }
  }
  if (denials.length > 0) {
    const reasons = reasonsOf(denials);
    return refuse({
      zh: reasons.map(({ text }) => text.zh).join('；'),
      en: reasons.map(({ text }) => text.en).join('; '),
    });
  }
  const { text, done, ...more } = parked.release(approval, press, draft);
  const sum = followed(decided);
  return ended(text, done, {
    ...sum,
    ...(more.decision === undefined ? {} : { decision: more.decision }),
    alerts: [...sum.alerts, ...more.alerts],
    signals: [...sum.signals, ...more.signals],
  });

  /** What was personal in it is not kept any longer. */
  function forget(): void {
    const document: StoredApproval = { ...approval, parked: { ...waiting, sealed: null } };
    draft.apply([{ put: 'approvals', document }]);
  }

  /** Whoever pressed the button hears of it. */
  function ended(text: Text, done: boolean, sum: Followed): Followed {
    forget();
    const told = tell(approval, text, done, press, draft);
    return { ...sum, text, alerts: [...sum.alerts, ...told] };
  }
}

function followed(decided: readonly DecidedEvent[]): Followed {
  const [first] = decided;
  return {
    ...(first === undefined ? {} : { decision: first.id }),
    alerts: decided.flatMap(({ alerts }) => alerts),
    signals: decided.flatMap(({ signals }) => signals),
  };
}

/** Tells the person who pressed the button; a system asks again by itself. */
function tell(
  { requester, orderNumber, subject }: StoredApproval,
  text: Text,
  done: boolean,
  press: Press,
  draft: Draft,
): string[] {
  if (requester?.id.startsWith('person:') !== true) return [];
  const alert = {
    kind: 'awaiting-approval',
    level: done ? ('info' as const) : ('warn' as const),
    to: [{ person: requester.id }],
    text: {
      zh: `订单 ${orderNumber ?? ''} ${text.zh}`,
      en: `Order ${orderNumber ?? ''}: ${text.en}`,
    },
  };
  const command = vocabulary.commands.get(raiseAlertHandler.name)!;
  const target = { kind: 'order', id: subject.slice('order:'.length) };
  const told = raiseAlertHandler.plan({ ...press, command, target, input: alert } as never, draft);
  if (isRefusal(told)) return [];
  draft.apply(told.changes);
  return [...(told.alerts ?? [])];
}
