import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { startServer, type TestServer } from '../../support/server.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.close());

describe('the rehearsal over HTTP', () => {
  test('is seen by everybody signed in, moved only by who may publish', async () => {
    const keeper = await server.signIn('keeper');
    expect((await keeper.get('/rehearsal')).body).toMatchObject({ available: true, state: 'idle' });
    for (const action of ['start', 'pause', 'stop']) {
      expect((await keeper.send('POST', '/rehearsal', { action })).status).toBe(403);
    }
    expect((await server.nobody.get('/rehearsal')).status).toBe(401);
    const operations = await server.signIn('operations');
    expect((await operations.send('POST', '/rehearsal', { action: 'stop' })).body).toMatchObject({
      state: 'idle',
    });
    expect((await operations.send('POST', '/rehearsal', { action: 'dance' })).status).toBe(400);
  });
});
