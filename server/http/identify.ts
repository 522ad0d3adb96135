import type { Request } from 'express';
import { vocabulary } from '../../rules-library/index.ts';
import { mayPress, type Permissions } from '../door/permission.ts';
import { RequestError } from './request-error.ts';
import type { Caller, Callers } from './caller.ts';
import { refuseForeign } from './origin.ts';
import type { Access, Route } from './route.ts';
import { readSessionCookie } from './session-cookie.ts';

/** Who calls: by `Authorization: Bearer`, else by the session cookie. Throws 401 for a key that is unknown or revoked. */
export async function identify(request: Request, callers: Callers): Promise<Caller | null> {
  const header = request.headers.authorization;
  if (header !== undefined) {
    const secret = /^Bearer ([\x21-\x7e]{1,200})$/i.exec(header)?.[1];
    const caller = secret === undefined ? null : await callers.byKey(secret);
    if (caller !== null) return caller;
    throw new RequestError('not-signed-in', {
      zh: '密钥无效或已吊销，请向数据协作者要新的密钥。',
      en: 'The key is unknown or revoked. Ask the data steward for a new one.',
    });
  }
  if (request.method !== 'GET' && request.method !== 'HEAD') refuseForeign(request.headers);
  const token = readSessionCookie(request.headers.cookie);
  return token === undefined ? null : callers.bySession(token);
}

/**
 * Throws 401 or 403 when the caller may not use this route. A write is asked for its command's permission here, before its
 * body is read, and by the door again.
 */
export function authorise(route: Route, caller: Caller | null, permissions: Permissions): void {
  if (route.access.kind === 'public') return;
  if (caller === null) {
    throw new RequestError('not-signed-in', { zh: '请先登录。', en: 'Sign in first.' });
  }
  if (!mayUse(route.access, caller, permissions)) {
    throw new RequestError('not-your-button', {
      zh: '您的角色没有这项权限。需要时请找数据协作者开通。',
      en: 'Your role does not include this. Ask the data steward if you need it.',
    });
  }
}

function mayUse(
  access: Exclude<Access, { kind: 'public' }>,
  caller: Caller,
  permissions: Permissions,
): boolean {
  const { actor } = caller;
  const has = (name: string): boolean => {
    const command = vocabulary.commands.get(name);
    return command !== undefined && mayPress(permissions, command, actor);
  };
  if (access.kind === 'signed-in') return true;
  if (access.kind === 'command') return has(access.command);
  if (caller.via.kind === 'key') return actor.reads?.includes(access.read) ?? false;
  if (access.buttons !== undefined) return access.buttons.some(has);
  return access.roles?.some((role) => actor.roles.includes(role)) ?? true;
}
