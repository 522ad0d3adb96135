import type { Session } from '../../rules-library/contract/session.ts';

/** Whether this person may draw: saving a draft is among what roles are given. */
export function mayDraw({ buttons }: Pick<Session, 'buttons'>): boolean {
  return buttons.includes('save-flow');
}
