import type { Request } from 'express';
import type { Actor } from '../door/actor.ts';

/** Who is on the line and how they came in. */
export interface Caller {
  actor: Actor;
  via:
    | { kind: 'session'; session: string }
    /** A system: what its key may read and press is on the actor. */
    | { kind: 'key'; key: string; perSecond: number };
}

/** Recognises callers; answers null for an unknown, ended or revoked sign-in or key. */
export interface Callers {
  bySession(token: string): Promise<Caller | null>;
  byKey(secret: string): Promise<Caller | null>;
}

const callers = new WeakMap<Request, Caller>();

export function rememberCaller(request: Request, caller: Caller): void {
  callers.set(request, caller);
}

/** The caller of a request that has passed identification, or null on public routes without one. */
export function callerOf(request: Request): Caller | null {
  return callers.get(request) ?? null;
}

/** Nobody in particular: the actor of public routes. */
export const anonymous: Actor = {
  kind: 'system',
  id: 'anonymous',
  name: { zh: '未登录', en: 'not signed in' },
  roles: [],
  warehouse: null,
  commands: [],
  reads: [],
};
