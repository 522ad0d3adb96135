import type { Text } from '../../rules-library/schema/text.ts';
import type { Need, Outcome, Press, Refusal, State, StoredDocument } from '../door/handler.ts';
import type { Person } from './person.ts';

export function needsPerson({ target }: Pick<Press, 'target'>): Need[] {
  return target === null ? [] : [{ collection: 'people', ids: [target.id] }];
}

/** The person of the target, or that there is none. */
export function personOf({ target }: Pick<Press, 'target'>, state: State): { person: Person } | Refusal {
  const person = state.get<Person & StoredDocument>('people', target?.id ?? '');
  if (person !== undefined) return { person };
  return {
    refused: {
      code: 'not-found',
      path: 'target',
      message: { zh: '没有这个人，请检查用户名', en: 'There is no such person; check the user name' },
    },
  };
}

/** Whether somebody presses a button about themselves. */
export function isSelf({ actor, target }: Pick<Press, 'actor' | 'target'>): boolean {
  return actor.id === `person:${target?.id ?? ''}`;
}

/** What was changed about a person; their sign-ins and open screens follow. */
export function personChanged(
  person: Person,
  told: { text: Text; before?: Record<string, unknown>; after: Record<string, unknown> },
): Outcome {
  return {
    changes: [{ put: 'people', document: person }],
    result: { person: person._id },
    text: told.text,
    signals: [{ name: 'person.changed', data: { person: person._id } }],
    audit: {
      target: `person:${person._id}`,
      ...(told.before === undefined ? {} : { before: told.before }),
      after: told.after,
    },
  };
}
