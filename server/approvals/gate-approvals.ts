import type { AskedStep } from '../../rules-library/commands/open-approval.command.ts';
import { buttonLabel } from '../audit/audit-words.ts';
import type { DecidedEvent } from '../decisions/decider.ts';
import type { StoredEffect } from '../decisions/decision.ts';
import type { Press } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import type { StoredOrder } from '../orders/order.ts';
import { originOf } from '../stages/stage-origin.ts';
import type { Stages } from '../stages/stages.ts';
import type { ParkedPress, StoredApproval } from './approval.ts';
import { openApproval } from './open-approval.ts';

type Drawn = ParkedPress['then'][number];

/** How far the approvals before a button have come. */
export interface Reached {
  /** The one that is asked now; null when none is left, or a rule denies. */
  open: StoredApproval | null;
  /** What the rules behind an approval deny. */
  denials: readonly StoredEffect[];
  decided: readonly DecidedEvent[];
}

/** Approvals as the rules of a gate drew them, in their order. */
export function drawnOf(approvals: readonly Press[]): Drawn[] {
  return approvals.flatMap((press) => {
    const origin = originOf(press);
    return origin === null ? [] : [{ origin, steps: (press.input as { steps: AskedStep[] }).steps }];
  });
}

/**
 * Opens the next approval that asks anybody. One whose steps are all left out is given already: the rules behind it are decided, and
 * may deny, or ask for further approvals, which come first.
 */
export function openNext(
  parked: ParkedPress,
  press: Press,
  {
    stages,
    name,
  }: {
    stages: Stages;
    /** Which decision of the press the so-many-th stage is. */ name: (at: number) => string;
  },
  draft: Draft,
): Reached {
  const label = buttonLabel(parked.command);
  const decided: DecidedEvent[] = [];
  let waiting = parked.then;
  for (let at = 0; waiting.length > 0; at++) {
    const [{ origin, steps }, ...then] = waiting as [Drawn, ...Drawn[]];
    const order = draft.get<StoredOrder>('orders', parked.target.slice(parked.target.indexOf(':') + 1));
    const opened = openApproval(
      {
        press: { ...press, id: `${press.id}.v${at}` },
        origin,
        subject: parked.target,
        order,
        steps,
        parked: { press: { ...parked, then }, label },
      },
      draft,
    );
    if (opened.approval.open) return { open: opened.approval, denials: [], decided };
    const entered = enterGateStage(stages, opened.approval, press, draft, name(at + 1));
    if (entered !== undefined) decided.push(entered);
    const denials = denialsOf(entered);
    if (denials.length > 0) return { open: null, denials, decided };
    waiting = [...drawnOf(entered?.approvals ?? []), ...then];
  }
  return { open: null, denials: [], decided };
}

/** Decides what is drawn behind an approval under a gate; nothing where nothing is drawn there. */
export function enterGateStage(
  stages: Stages,
  { origin, state, subject }: StoredApproval,
  press: Press,
  draft: Draft,
  index: number | string,
): DecidedEvent | undefined {
  if (origin === null || !stages.draws(origin, state, draft)) return undefined;
  return stages.enter(press, { origin, port: state, subject, atGate: true, index }, draft);
}

export function denialsOf(decided: DecidedEvent | undefined): StoredEffect[] {
  return (decided?.effects ?? []).filter(({ command }) => command === 'deny');
}
