import { vocabulary } from '../../rules-library/index.ts';
import type { Session } from '../../rules-library/contract/session.ts';

/** Saving a draft is no button, so it is not among the session's: its roles say who draws. */
export function mayDraw({ buttons, person }: Pick<Session, 'buttons' | 'person'>): boolean {
  const roles: readonly string[] = vocabulary.commands.get('save-flow')?.roles ?? [];
  return buttons.includes('save-flow') || person.roles.some((role) => roles.includes(role));
}
