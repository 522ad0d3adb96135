import type { Change, Press } from '../door/handler.ts';
import type { StoredAlert } from './alert.ts';
import { resolved } from './life.ts';

/**
 * Nothing is left to do about these alerts. What a person or a system pressed answers them; a rule or an event only closes
 * them. An alert that counts several stays: the others it stands for still wait.
 */
export function closeAlerts(
  alerts: readonly StoredAlert[],
  press: Pick<Press<never>, keyof Press> | null,
  now: number,
): Change[] {
  const answer = press !== null && isAnswer(press) ? press : null;
  return alerts
    .filter(({ count = 1 }) => count === 1)
    .map((alert) => ({ put: 'alerts', document: resolved(alert, answer, now) }));
}

/** Rules and jobs answer nobody. */
export function isAnswer({ actor }: Pick<Press<never>, 'actor'>): boolean {
  return actor.kind === 'person' || actor.kind === 'connector';
}
