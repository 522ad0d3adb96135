import type { DecidedEvent, Decider } from '../decisions/decider.ts';
import { hasStage } from '../decisions/stages.ts';
import { needsOfSubject, orderOfSubject } from '../decisions/facts-of-subject.ts';
import type { Need, Press, State } from '../door/handler.ts';
import type { Draft } from '../door/working-copy.ts';
import { openAlertsOf } from '../orders/open-alerts.ts';
import type { StoredOrder } from '../orders/order.ts';
import type { ReleasesPort } from '../releases-port.ts';
import type { ActiveRelease } from '../releases/active-release.ts';
import type { StoredRelease } from '../releases/release.ts';
import { busy } from '../store/in-transaction.ts';
import { needsOfWaits } from './order-waits.ts';
import type { StageOrigin } from './stage-origin.ts';

/** An outcome that came in: where its stage was opened, and by which port the flow goes on. */
export interface StageOutcome {
  origin: StageOrigin;
  port: string;
  /** `order:ID`. */
  subject: string;
  /** Which decision of the press it is, from 1. */
  index?: number | string;
  /** A button waits for what follows: see `Decider`. */
  atGate?: boolean;
}

/** Lets flows go on by outcomes that come later, on the release that opened the stage. */
export class Stages {
  private readonly decider: Decider;
  private readonly releases: Pick<ReleasesPort, 'held' | 'hold'>;

  constructor(decider: Decider, releases: Pick<ReleasesPort, 'held' | 'hold'>) {
    this.decider = decider;
    this.releases = releases;
  }

  /** What deciding a stage reads. Asked again with what was read so far. */
  needs(release: number | null, subject: string, state: State): Need[] {
    const order = orderOfSubject(subject);
    const needs: Need[] = order === null ? [] : [{ collection: 'orders', ids: [order] }, openAlertsOf(order)];
    const known = state.get<StoredOrder>('orders', order ?? '');
    if (known !== undefined || order === null)
      needs.push(...needsOfSubject(subject, state, this.decider.zone()));
    if (known !== undefined) needs.push(...needsOfWaits(known));
    if (release === null) return needs;
    const ready = this.ready(release, state);
    return ready === null
      ? [...needs, { collection: 'releases', ids: [String(release)] }]
      : [...needs, ...this.decider.needs(ready, state, known)];
  }

  /** Decides the stage an outcome opens; answers what was decided. */
  enter(press: Press, outcome: StageOutcome, draft: Draft): DecidedEvent {
    const ready = this.ready(outcome.origin.release, draft);
    // Forgotten between reading and planning: the next try reads it.
    if (ready === null) throw busy();
    return this.decider.enterStage(ready, press, { ...outcome, index: outcome.index ?? 1 }, draft);
  }

  /** Whether anything is drawn behind this outcome. */
  draws({ release, flow, node }: StageOrigin, port: string, state: State): boolean {
    const ready = this.ready(release, state);
    return ready === null || hasStage(ready, `${flow}/${node}:${port}`);
  }

  private ready(number: number, state: State): ActiveRelease | null {
    const held = this.releases.held(number);
    if (held !== null) return held;
    const stored = state.get<StoredRelease>('releases', String(number));
    return stored === undefined ? null : this.releases.hold(stored);
  }
}
