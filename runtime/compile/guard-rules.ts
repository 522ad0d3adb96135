import type { JsonCondition } from '../../rules-library/schema/rule.ts';
import { all, type Lowered } from './when.ts';

/** Event under which later stages of a flow are decided. */
export const stageEvent = 'stage.entered';

const approvalDecided = 'approval.decided';

/** When rules of a flow apply: on which events, from which source, in which stage. */
export interface Applies {
  flow: string;
  events: readonly string[];
  source: string | undefined;
  /** Null for the trigger's stage, else `NODE:PORT`. */
  stage: string | null;
}

/** Events that are asked before a button takes effect. */
export function isGateEvent(event: string): boolean {
  return event.startsWith('gate.');
}

/** What `event.stage` holds in a stage. */
export function stageName(flow: string, stage: string): string {
  return `${flow}/${stage}`;
}

/** Puts before a rule's conditions when it applies at all; undefined for conditions that never hold. */
export function guarded(applies: Applies, way: Lowered): JsonCondition | undefined {
  const joined = all([...guardsOf(applies), way]);
  if (typeof joined === 'boolean') return undefined;
  return 'all' in joined ? joined : { all: [joined] };
}

function guardsOf({ flow, events, source, stage }: Applies): JsonCondition[] {
  if (stage !== null) {
    return [
      { fact: 'event.type', operator: 'equal', value: stageEvent },
      { fact: 'event.stage', operator: 'equal', value: stageName(flow, stage) },
    ];
  }
  const sorted = [...events].sort();
  return [
    sorted.length === 1
      ? { fact: 'event.type', operator: 'equal', value: sorted[0]! }
      : { fact: 'event.type', operator: 'in', value: sorted },
    ...(source === undefined
      ? []
      : [{ fact: 'event.source', operator: 'equal', value: source } satisfies JsonCondition]),
    ...notOwnApprovals(flow, sorted),
  ];
}

/** A flow hears of the approvals other flows draw: the source of the event is the flow that drew it. */
function notOwnApprovals(flow: string, events: readonly string[]): JsonCondition[] {
  if (!events.includes(approvalDecided)) return [];
  const others: JsonCondition = { fact: 'event.source', operator: 'notEqual', value: flow };
  if (events.length === 1) return [others];
  return [{ any: [{ fact: 'event.type', operator: 'notEqual', value: approvalDecided }, others] }];
}

/** Guards of a special time for rules that are compiled already: in force within one, or only outside others. */
export function guardBySeason(
  condition: JsonCondition,
  season: { within: string } | { outside: readonly string[] },
): JsonCondition {
  const guards: JsonCondition[] =
    'within' in season
      ? [{ fact: 'season.active', operator: 'contains', value: season.within }]
      : season.outside
          .toSorted()
          .map((id) => ({ fact: 'season.active', operator: 'doesNotContain', value: id }));
  const parts = 'all' in condition ? condition.all : [condition];
  return { all: [...guards, ...parts] };
}
