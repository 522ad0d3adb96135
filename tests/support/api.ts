/** A signed-in client of a running server: keeps the session cookie, speaks JSON. */
export interface ApiClient {
  cookie: string;
  get(path: string): Promise<{ status: number; body: any }>;
  send(
    method: string,
    path: string,
    body?: unknown,
    headers?: Record<string, string>,
  ): Promise<{ status: number; body: any }>;
}

export function apiClient(url: string, headers: Record<string, string>): ApiClient {
  const send: ApiClient['send'] = async (method, path, body, more = {}) => {
    const response = await fetch(`${url}/api/v1${path}`, {
      method,
      headers: {
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        origin: url,
        ...headers,
        ...more,
      },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  return { cookie: headers.cookie ?? '', send, get: (path) => send('GET', path) };
}

/** Signs a demo person in. */
export async function signIn(url: string, username: string, password = 'sluice-demo'): Promise<ApiClient> {
  const response = await fetch(`${url}/api/v1/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: url },
    body: JSON.stringify({ username, password }),
  });
  if (!response.ok) throw new Error(`sign-in of ${username}: ${response.status} ${await response.text()}`);
  const cookie = response.headers
    .getSetCookie()
    .map((value) => value.split(';')[0])
    .join('; ');
  return apiClient(url, { cookie });
}

/** A key for a system, made by the steward. */
export async function makeKey(url: string, commands: string[], reads: string[] = []): Promise<ApiClient> {
  const steward = await signIn(url, 'steward');
  const made = await steward.send('POST', '/keys', {
    name: 'test',
    commands,
    reads,
    perSecond: 10_000,
    reason: 'a test needs a key',
    voucher: 'T-1',
  });
  if (made.status !== 201 && made.status !== 200)
    throw new Error(`key: ${made.status} ${JSON.stringify(made.body)}`);
  return apiClient(url, { authorization: `Bearer ${made.body.secret}` });
}

/** Loads a template and publishes all its flows; returns the release number. */
export async function loadAndPublish(url: string, template = 'AUTO2026Q1'): Promise<number> {
  const operations = await signIn(url, 'operations');
  const loaded = await operations.send('POST', `/templates/${template}/load`, {});
  if (loaded.status >= 300) throw new Error(`load: ${loaded.status} ${JSON.stringify(loaded.body)}`);
  const published = await operations.send('POST', '/releases', { note: 'test' });
  if (published.status >= 300)
    throw new Error(`publish: ${published.status} ${JSON.stringify(published.body)}`);
  return published.body.release.number;
}
