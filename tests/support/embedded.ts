import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startEmbedded, type Embedded, type EmbeddedOptions } from '../../server/embedded-mongo/start.ts';

/** True when the run's shared store is the embedded one: refusals and crashes are its own. */
export const onEmbedded = process.env.SLUICE_TEST_STORE === 'embedded';

/** A store of the test's own in a folder of its own; `remove` ends it and deletes the folder. */
export async function ownStore(
  options: Omit<EmbeddedOptions, 'dir'> = {},
): Promise<{ store: Embedded; dir: string; log: string[]; remove: () => Promise<void> }> {
  const dir = mkdtempSync(join(tmpdir(), 'sluice-store-'));
  const log: string[] = [];
  const store = await startEmbedded({ dir, onLog: (line) => log.push(line), ...options });
  return {
    store,
    dir,
    log,
    async remove() {
      await store.close();
      rmSync(dir, { recursive: true, force: true });
    },
  };
}

/** Runs `body` in a transaction until it commits, as the product does: the whole body again on a transient error. */
export async function inTransaction<T>(
  client: { startSession(): any },
  body: (session: any) => Promise<T>,
  tries = 2_000,
): Promise<T> {
  const session = client.startSession();
  try {
    for (let attempt = 1; ; attempt++) {
      session.startTransaction({
        readConcern: { level: 'snapshot' },
        writeConcern: { w: 'majority', j: true },
      });
      try {
        const result = await body(session);
        await session.commitTransaction();
        return result;
      } catch (error: any) {
        if (session.inTransaction()) await session.abortTransaction().catch(() => undefined);
        if (attempt >= tries || !error.hasErrorLabel?.('TransientTransactionError')) throw error;
        await new Promise((resolve) => setTimeout(resolve, Math.random() * (attempt < 3 ? 8 : 24)));
      }
    }
  } finally {
    await session.endSession();
  }
}
