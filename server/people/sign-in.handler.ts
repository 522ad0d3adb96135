import { defineHandler } from '../door/handler.ts';
import { mostMs, type StoredSession } from './stored-session.ts';

interface Input {
  person: string;
  session: string | null;
}

/** Writes a sign-in down; without a session, that the password was wrong. */
export const signInHandler = defineHandler<Input>({
  name: 'sign-in',
  needs: () => [],
  plan({ input: { person, session }, actor }, state) {
    if (session === null) {
      return {
        refused: {
          code: 'not-signed-in',
          message: { zh: `「${person}」的密码不对`, en: `A wrong password for "${person}"` },
        },
      };
    }
    const document: StoredSession = {
      _id: session,
      person,
      createdAt: state.now,
      seenAt: state.now,
      expiresAt: new Date(state.now + mostMs),
      endedAt: null,
    };
    return {
      changes: [{ put: 'sessions', document }],
      result: {},
      text: { zh: `${actor.name.zh} 登录`, en: `${actor.name.en} signed in` },
      audit: { target: `person:${person}` },
    };
  },
});
