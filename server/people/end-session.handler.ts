import { defineHandler, type StoredDocument } from '../door/handler.ts';
import type { StoredSession } from './stored-session.ts';

/** Ends one sign-in; the screen it belongs to is signed out. Ending it again changes nothing. */
export const endSessionHandler = defineHandler<Record<string, never>>({
  name: 'end-session',
  needs: (press) => (press.target === null ? [] : [{ collection: 'sessions', ids: [press.target.id] }]),
  plan(press, state) {
    const session = state.get<StoredSession & StoredDocument>('sessions', press.target?.id ?? '');
    if (session === undefined) {
      return {
        refused: {
          code: 'not-found',
          path: 'target',
          message: { zh: '没有这个登录', en: 'There is no such sign-in' },
        },
      };
    }
    const text = { zh: `${session.person} 的登录已结束`, en: `The sign-in of ${session.person} has ended` };
    const signals = [{ name: 'session.ended', data: { session: session._id } }];
    if (session.endedAt !== null) return { changes: [], result: { session: session._id }, text, signals };
    return {
      changes: [{ put: 'sessions', document: { ...session, endedAt: state.now } }],
      result: { session: session._id },
      text,
      signals,
      audit: {
        before: { person: session.person, signedInAt: new Date(session.createdAt).toISOString() },
        after: { ended: true },
      },
    };
  },
});
