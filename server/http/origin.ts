import type { IncomingHttpHeaders } from 'node:http';
import { RequestError } from './request-error.ts';

/**
 * Whether a browser page of another site sent this. Browsers name the page's origin on every write and on sockets; a
 * caller that names none is no page, and can send no cookie that it was not given.
 */
export function isForeign(headers: IncomingHttpHeaders): boolean {
  const origin = headers.origin;
  if (origin !== undefined) {
    if (!URL.canParse(origin)) return true;
    return new URL(origin).host !== headers.host;
  }
  const site = headers['sec-fetch-site'];
  return site !== undefined && site !== 'same-origin' && site !== 'none';
}

/** Throws 403 for a write that another site's page sent with this person's cookie. */
export function refuseForeign(headers: IncomingHttpHeaders): void {
  if (!isForeign(headers)) return;
  throw new RequestError('wrong-origin', {
    zh: '这个操作来自别的网站，已拦下。请在本系统的页面里操作。',
    en: 'This came from a page of another site and was refused. Use a page of this system.',
  });
}
