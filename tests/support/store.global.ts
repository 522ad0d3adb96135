import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded } from '../../server/embedded-mongo/start.ts';

/**
 * The store of all tests: whatever `MONGODB_URI` names, else one embedded store in a temporary folder. Workers find its
 * address in `MONGODB_URI`; `SLUICE_TEST_STORE` says which of the two it is.
 */
export default async function startStore(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.MONGODB_URI) {
    process.env.SLUICE_TEST_STORE = 'given';
    return undefined;
  }
  const dir = mkdtempSync(join(tmpdir(), 'sluice-test-store-'));
  const store = await startEmbedded({ dir, onLog: (line) => console.error(`store: ${line}`) });
  process.env.MONGODB_URI = store.uri;
  process.env.SLUICE_TEST_STORE = 'embedded';
  return async () => {
    await store.close();
    rmSync(dir, { recursive: true, force: true });
  };
}
