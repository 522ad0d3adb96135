import type { Request } from 'express';
import type { Session } from '../../rules-library/contract/session.ts';
import type { Actor } from '../door/actor.ts';
import type { Permissions } from '../door/permission.ts';
import type { RouteReply } from '../http/route.ts';
import { writeSessionCookie } from '../http/session-cookie.ts';
import { ownButtons } from '../permissions/own-buttons.ts';
import { roomsOf } from '../sockets/rooms.ts';
import type { Company } from './company.ts';
import { actorOf, type Person } from './person.ts';
import type { Sessions } from './sessions.ts';
import { mostMs } from './stored-session.ts';

export interface SigningOptions {
  permissions: Permissions;
  sessions: Sessions;
  company: Company;
  demoAllowed: boolean;
}

/** What whoever is signed in is told about themselves. */
export interface Signing {
  sessionOf: (actor: Actor) => Session;
  /** The answer of every way in: a new sign-in with its cookie. */
  signedIn: (person: Person, request: Request) => Promise<RouteReply>;
}

export function signing({ permissions, sessions, company, demoAllowed }: SigningOptions): Signing {
  const sessionOf = (actor: Actor): Session => ({
    person: {
      id: actor.id.slice('person:'.length),
      name: actor.name,
      roles: [...actor.roles],
      warehouse: actor.warehouse,
    },
    ...ownButtons(permissions, actor),
    rooms: roomsOf(actor),
    demo: company.get().demo && demoAllowed,
    company: { name: company.get().name, zone: company.get().zone },
  });
  return {
    sessionOf,
    signedIn: async (person, request) => {
      const cookie = writeSessionCookie(await sessions.open(person), {
        secure: isSecure(request),
        maxAgeSeconds: mostMs / 1000,
      });
      return { status: 201, body: sessionOf(actorOf(person)), headers: { 'Set-Cookie': cookie } };
    },
  };
}

/** Whether the person came by HTTPS, also when a proxy in front of this server ended it. */
export function isSecure(request: Request): boolean {
  return request.secure || (request.headers.origin?.startsWith('https://') ?? false);
}
