import type { TimelineEntry } from '../../rules-library/contract/orders.ts';
import { gateEvents } from '../../rules-library/choices/gated-commands.ts';
import { bodyOf, type StoredDecision } from '../decisions/decision.ts';
import type { HistoryEntry } from './history.ts';
import { isoTime, timelineEntry } from './order-view.ts';

/** The history with the decisions in their places: each before the first thing it did. */
export function timelineOf(
  history: readonly HistoryEntry[],
  decisions: readonly StoredDecision[],
): TimelineEntry[] {
  const open = new Map(decisions.map((decision) => [decision._id, decision]));
  const entries: TimelineEntry[] = [];
  const tell = (decision: StoredDecision): void => {
    open.delete(decision._id);
    entries.push(decidedEntry(decision));
  };
  for (const entry of history) {
    for (const decision of open.values()) if (decision.at < entry.at) tell(decision);
    const cause = open.get(entry.decision ?? '');
    if (cause !== undefined) tell(cause);
    entries.push(timelineEntry(entry));
  }
  for (const decision of open.values()) tell(decision);
  return entries;
}

function decidedEntry(decision: StoredDecision): TimelineEntry {
  const { matched, undecided, effects } = bodyOf(decision);
  const count = matched.length;
  const gate = gateEvents.find(({ value }) => value === decision.event)?.label;
  const outcome =
    undecided !== undefined
      ? { zh: '没能判完，转人工', en: 'could not be finished, left to a person' }
      : count === 0
        ? { zh: '没有规则命中', en: 'no rule applied' }
        : { zh: `命中 ${count} 条规则`, en: `${count} ${count === 1 ? 'rule' : 'rules'} applied` };
  const denied = effects.some(({ command }) => command === 'deny');
  const parked = effects.some(({ command }) => command === 'open-approval');
  const atGate = denied
    ? { zh: '拦下', en: 'stopped' }
    : parked
      ? { zh: '要先审批', en: 'to be approved first' }
      : { zh: '不拦', en: 'not stopped' };
  return {
    id: decision._id,
    at: isoTime(decision.at),
    type: 'decided',
    text:
      gate === undefined
        ? {
            zh: `按发布版本 ${decision.release} 判定：${outcome.zh}`,
            en: `Decided by release ${decision.release}: ${outcome.en}`,
          }
        : {
            zh: `${gate.zh}问关口（发布版本 ${decision.release}）：${atGate.zh}`,
            en: `${gate.en}, the gate was asked (release ${decision.release}): ${atGate.en}`,
          },
    actor: 'system',
    actorName: null,
    decision: decision._id,
    reason: null,
    voucher: null,
    changes: [],
  };
}
