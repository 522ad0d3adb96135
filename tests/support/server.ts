import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createApp, type App } from '../../server/app.ts';
import { readConfig } from '../../server/config.ts';
import { createLog } from '../../server/log.ts';
import { apiClient, signIn, type ApiClient } from './api.ts';
import { testUri } from './store.ts';

export interface TestServer {
  url: string;
  /** Address of its database, for a second process on the same store. */
  uri: string;
  app: App;
  close(): Promise<void>;
  /** A client signed in as one of the demo people. */
  signIn(username: string): Promise<ApiClient>;
  /** A client with a key for these commands and reads, and the key's id. */
  key(
    commands: string[],
    reads?: string[],
    perSecond?: number,
  ): Promise<ApiClient & { id: string; secret: string }>;
  /** A client without any sign-in. */
  nobody: ApiClient;
}

export interface TestServerOptions {
  /** Share the database of another server. */
  uri?: string;
  /** Settings of the environment, beside those a test needs. */
  env?: Record<string, string>;
  /** Folder of its keys; a second server of the same store has to be given the first one's. */
  dataDir?: string;
}

/** Runs the real server in this process on a free loopback port, with a database of its own. */
export async function startServer(
  options: TestServerOptions = {},
): Promise<TestServer & { dataDir: string }> {
  const uri = options.uri ?? testUri();
  const dataDir = options.dataDir ?? mkdtempSync(join(tmpdir(), 'sluice-test-server-'));
  const config = readConfig({ PORT: '0', HOST: '127.0.0.1', SLUICE_DATA_DIR: dataDir, ...options.env });
  const app = await createApp(config, {
    uri,
    log: createLog(process.env.SLUICE_TEST_LOG ?? 'error'),
    designer: null,
    templates: new URL('../../templates', import.meta.url).pathname,
    version: 'test',
    checkAnswers: true,
  });
  const { url } = app;
  return {
    url,
    uri,
    dataDir,
    app,
    nobody: apiClient(url, {}),
    signIn: (username) => signIn(url, username),
    async key(commands, reads = [], perSecond = 10_000) {
      const steward = await signIn(url, 'steward');
      const made = await steward.send('POST', '/keys', {
        name: 'test',
        commands,
        reads,
        perSecond,
        reason: 'a test needs a key',
        voucher: 'T-1',
      });
      if (made.status !== 201) throw new Error(`key: ${made.status} ${JSON.stringify(made.body)}`);
      const client = apiClient(url, { authorization: `Bearer ${made.body.secret}` });
      return { ...client, id: made.body.id, secret: made.body.secret };
    },
    async close() {
      await app.close();
      if (options.dataDir === undefined) rmSync(dataDir, { recursive: true, force: true });
    },
  };
}
