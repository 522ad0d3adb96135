import type { Actor } from '../door/actor.ts';
import type { Door } from '../door/door.ts';
import { onBehalfOf, systemActor } from '../door/system-actor.ts';
import type { Caller } from '../http/caller.ts';
import { answerOf } from '../http/executed.ts';
import type { RecordsPort } from '../store/store.ts';
import { actorOf, type Person } from './person.ts';
import { newSecret, secretHash } from './secret.ts';
import { idleMs, type StoredSession } from './stored-session.ts';

export interface SessionsOptions {
  door: Door;
  sessions: RecordsPort<StoredSession>;
  people: RecordsPort<Person>;
  /** Epoch ms by the store's clock. */
  now: () => number;
  /** Whether demo people may be signed in here. */
  demoAllowed: boolean;
}

/** How long an answer of the store is trusted: an end in another process is felt within this time. */
const cacheMs = 400;
const noteSeenEveryMs = 60_000;
const mostCached = 10_000;
const mostShown = 200;

/** Sign-ins of people: opened and ended through the door, so that each leaves its trace; recognised from the store. */
export class Sessions {
  private readonly cache = new Map<string, { caller: Caller | null; at: number }>();
  private readonly seen = new Map<string, number>();
  private readonly listeners = new Set<(session: string) => void>();
  private readonly personListeners = new Set<() => void>();
  private changedAt = Number.NEGATIVE_INFINITY;
  private readonly options: SessionsOptions;

  constructor(options: SessionsOptions) {
    this.options = options;
  }

  /** A new sign-in of a person; answers the token for the cookie, which is kept nowhere else. */
  async open(person: Person): Promise<string> {
    const token = newSecret();
    const input = { person: person._id, session: secretHash(token) };
    answerOf(await this.options.door.execute({ name: 'sign-in', input }, onBehalfOf(person)));
    return token;
  }

  /** A sign-in with a wrong password: refused, and the audit says so. */
  async refused(username: string): Promise<void> {
    const input = { person: username, session: null };
    await this.options.door.execute({ name: 'sign-in', input }, systemActor);
  }

  /** Who a token belongs to; null when it is unknown, ended, expired, or its person is disabled. */
  async bySession(token: string): Promise<Caller | null> {
    if (token.length > 100) return null;
    const id = secretHash(token);
    const cached = this.cache.get(id);
    if (cached !== undefined && performance.now() - cached.at < cacheMs) return cached.caller;
    const read = await this.still([id]);
    const known = this.cache.get(id);
    const caller = known === undefined ? (read.get(id) ?? null) : known.caller;
    if (caller !== null) this.noteSeen(id);
    return caller;
  }

  /** Of these sign-ins the ones that hold, read from the store. */
  async still(ids: readonly string[]): Promise<Map<string, Caller>> {
    const asked = performance.now();
    const now = this.options.now();
    const found = await this.options.sessions.byIds(ids);
    const open = found.filter(
      (session) =>
        session.endedAt === null && session.expiresAt.getTime() > now && now - session.seenAt < idleMs,
    );
    const people = await this.options.people.byIds([...new Set(open.map(({ person }) => person))]);
    const byId = new Map(people.map((person) => [person._id, person]));
    const callers = new Map<string, Caller>();
    for (const session of open) {
      const person = byId.get(session.person);
      if (person === undefined || person.disabledAt !== null) continue;
      if (session.createdAt < (person.signInsFrom ?? 0)) continue;
      if (person.demo && !this.options.demoAllowed) continue;
      callers.set(session._id, {
        actor: actorOf(person),
        via: { kind: 'session', session: session._id },
      });
    }
    for (const id of ids) this.remember(id, callers.get(id) ?? null, asked);
    return callers;
  }

  private remember(id: string, caller: Caller | null, asked: number): void {
    // A person was changed while the store was answering: what it answered may be the past.
    if (this.changedAt > asked) return;
    const meanwhile = this.cache.get(id);
    // Ended, or asked again, while the store was answering: what it answered is the past.
    if (meanwhile !== undefined && meanwhile.at > asked) return;
    if (this.cache.size >= mostCached) this.cache.clear();
    this.cache.set(id, { caller, at: asked });
  }

  /** Ends a sign-in at once here, and within half a second in other processes. */
  async end(id: string, actor: Pick<Actor, 'id' | 'name' | 'roles'> = systemActor): Promise<void> {
    const { name, roles } = actor;
    const by: Actor = { ...systemActor, id: actor.id, name, roles };
    answerOf(await this.options.door.execute({ name: 'sign-out', input: { session: id } }, by));
    this.ended(id);
  }

  /** A sign-in that has just been ended in the store by this process. */
  ended(id: string): void {
    this.cache.set(id, { caller: null, at: performance.now() + cacheMs });
    for (const listener of this.listeners) listener(id);
  }

  /** This process has changed a person: their sign-ins are read anew. */
  personChanged(person: string): void {
    this.changedAt = performance.now();
    for (const [id, { caller }] of this.cache)
      if (caller?.actor.id === `person:${person}`) this.cache.delete(id);
    for (const listener of this.personListeners) listener();
  }

  /** Requests keep a sign-in alive; open sockets alone do not. */
  private noteSeen(id: string): void {
    const now = this.options.now();
    if (now - (this.seen.get(id) ?? 0) < noteSeenEveryMs) return;
    if (this.seen.size >= mostCached) this.seen.clear();
    this.seen.set(id, now);
    // Without the note the sign-in only ends sooner.
    this.options.sessions.set(id, { seenAt: now }).catch(() => {});
  }

  onEnded(listener: (session: string) => void): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  onChanged(listener: () => void): () => void {
    this.personListeners.add(listener);
    return () => this.personListeners.delete(listener);
  }

  /** Where a person is signed in now, the latest first. */
  async openOf(person: Person): Promise<StoredSession[]> {
    const found = await this.options.sessions.find(
      { person: person._id },
      { sort: { createdAt: -1 }, limit: mostShown },
    );
    const still = await this.still(found.map(({ _id }) => _id));
    return found.filter(({ _id }) => still.has(_id));
  }
}
