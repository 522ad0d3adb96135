import { afterEach, describe, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { ApiError } from '../../../designer/api/api-error.ts';
import { call, onSignedOut, path } from '../../../designer/api/client.ts';
import { press } from '../../../designer/api/press.ts';

const answer = z.object({ count: z.int() });
const answered = { result: {}, text: { zh: '已锁 2 件', en: '2 locked' }, press: 'p1', alerts: [] };

function reply(status: number, body: unknown, headers: Record<string, string> = {}): Response {
  return new Response(body === undefined ? null : JSON.stringify(body), { status, headers });
}

function fetching(...replies: (() => Promise<Response>)[]) {
  const fetch = vi.fn<(url: string, init: RequestInit) => Promise<Response>>(() => replies.shift()!());
  vi.stubGlobal('fetch', fetch);
  return fetch;
}

async function failure(run: () => Promise<unknown>): Promise<ApiError> {
  try {
    await run();
  } catch (error) {
    if (error instanceof ApiError) return error;
    throw error;
  }
  throw new Error('it did not fail');
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  onSignedOut(() => {});
});

describe('calling the interface', () => {
  it('reads the answer by its schema, and writes the query without what is not given', async () => {
    const fetch = fetching(async () => reply(200, { count: 3, more: true }));
    expect(await call({ path: '/orders', query: { q: 'a b', held: undefined, state: '' }, answer })).toEqual({
      count: 3,
    });
    expect(fetch.mock.calls[0]![0]).toBe('/api/v1/orders?q=a+b');
  });

  it('encodes ids in addresses', () => {
    expect(path`/orders/${'b2b~SH/18 3'}/timeline`).toBe('/orders/b2b~SH%2F18%203/timeline');
  });

  it('hands on a refusal in both languages with its details', async () => {
    const error = {
      code: 'refused',
      message: { zh: '仓里不够', en: 'Not enough' },
      path: 'input',
      details: { cures: [] },
    };
    fetching(async () => reply(409, { error }));
    const failed = await failure(() => call({ path: '/x', answer }));
    expect(failed).toMatchObject({
      status: 409,
      code: 'refused',
      text: error.message,
      path: 'input',
      passing: false,
    });
  });

  it('says when to come back', async () => {
    fetching(async () =>
      reply(503, { error: { code: 'busy', message: { zh: '忙', en: 'busy' } } }, { 'Retry-After': '2' }),
    );
    expect(await failure(() => call({ path: '/x', answer }))).toMatchObject({
      retryAfterSeconds: 2,
      passing: true,
    });
  });

  it.each([
    ['no connection', async () => Promise.reject(new TypeError('Failed to fetch')), 'offline'],
    ['a page instead of an answer', async () => new Response('<html>', { status: 502 }), 'unreadable'],
    ['an answer of another shape', async () => reply(200, { count: 'three' }), 'unreadable'],
  ])('tells %s in words', async (_name, answering, code) => {
    fetching(answering);
    const failed = await failure(() => call({ path: '/x', answer }));
    expect(failed.code).toBe(code);
    expect(failed.text.zh).not.toBe('');
    expect(failed.text.en).not.toMatch(/fetch|JSON|undefined|HTML|schema/i);
  });

  it('leads to the sign-in page when nobody is signed in, but not while signing in', async () => {
    const signedOut = vi.fn();
    onSignedOut(signedOut);
    const error = { code: 'not-signed-in', message: { zh: '请先登录', en: 'Sign in first' } };
    fetching(
      async () => reply(401, { error }),
      async () => reply(401, { error }),
    );
    await failure(() => call({ method: 'POST', path: '/session', answer }));
    expect(signedOut).not.toHaveBeenCalled();
    await failure(() => call({ path: '/orders', answer }));
    expect(signedOut).toHaveBeenCalledOnce();
  });
});

describe('pressing a button', () => {
  it('asks again under the same key while the connection is lost or the press is being worked on', async () => {
    vi.useFakeTimers();
    const inFlight = { error: { code: 'in-flight', message: { zh: '处理中', en: 'in progress' } } };
    const fetch = fetching(
      async () => Promise.reject(new TypeError('Failed to fetch')),
      async () => reply(409, inFlight),
      async () => reply(200, answered),
    );
    const pressed = press({ name: 'lock-stock', target: 'order:1' }, 'key-1');
    await vi.runAllTimersAsync();
    expect(await pressed).toMatchObject({ press: 'p1' });
    const keys = fetch.mock.calls.map(
      ([, init]) => (init.headers as Record<string, string>)['Idempotency-Key'],
    );
    expect(keys).toEqual(['key-1', 'key-1', 'key-1']);
  });

  it('does not repeat a refusal', async () => {
    const fetch = fetching(async () =>
      reply(409, { error: { code: 'refused', message: { zh: '不行', en: 'no' } } }),
    );
    expect((await failure(() => press({ name: 'ship', target: 'order:1' }, 'key-2'))).code).toBe('refused');
    expect(fetch).toHaveBeenCalledOnce();
  });

  it('understands a press that waits for an approval', async () => {
    fetching(async () => reply(202, { pending: { approval: 'ap1' }, text: answered.text, press: 'p2' }));
    expect(await press({ name: 'ship' }, 'key-3')).toMatchObject({ pending: { approval: 'ap1' } });
  });
});
