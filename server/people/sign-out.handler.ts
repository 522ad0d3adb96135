import { defineHandler, type StoredDocument } from '../door/handler.ts';
import type { StoredSession } from './stored-session.ts';

interface Input {
  session: string;
}

/** Ends a sign-in. One that is over already, or unknown, stays as it is. */
export const signOutHandler = defineHandler<Input>({
  name: 'sign-out',
  needs: ({ input }) => [{ collection: 'sessions', ids: [input.session] }],
  plan({ input, actor }, state) {
    const known = state.get<StoredSession & StoredDocument>('sessions', input.session);
    const text = { zh: `${actor.name.zh} 退出登录`, en: `${actor.name.en} signed out` };
    if (known === undefined || known.endedAt !== null) return { changes: [], result: {}, text };
    return {
      changes: [{ put: 'sessions', document: { ...known, endedAt: state.now } }],
      result: {},
      text,
      audit: { target: `person:${known.person}` },
    };
  },
});
