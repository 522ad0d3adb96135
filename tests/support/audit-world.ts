import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AuditFiles } from '../../server/audit/audit-files.ts';
import { Checkpoints, verifyCheckpoints } from '../../server/audit/checkpoints.ts';
import { Sealer } from '../../server/audit/sealer.ts';
import { verifyAudit } from '../../server/audit/verify-audit.ts';
import { verifyFiles } from '../../server/audit/verify-files.ts';
import { anOrder, connector, flow, openWay, release, silent } from './way.ts';

const dayMs = 86_400_000;
const always = { all: [{ fact: 'order.lineCount', operator: 'greaterThan', value: 0 }] };
const rules = release(
  1,
  flow('hold', 'order.received', always, [{ kind: 'hold-order', params: { code: 'other' } }]),
);

/** An audit of some days: sealed, with checkpoints, its first days in signed files, and a few entries not sealed yet. */
export async function openAuditWorld(days = 4, linksADay = 2) {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-audit-'));
  const files = {
    key: join(folder, 'key.pem'),
    log: join(folder, 'checkpoints.jsonl'),
    folder: join(folder, 'files'),
  };
  const way = await openWay({ release: rules });
  const { clock } = way.store;
  const today = clock.now();
  const checkpoints = new Checkpoints(way.store, files, silent);
  const sealer = new Sealer(way.store, silent, null);
  const { key, folder: filed } = files;
  const auditFiles = new AuditFiles({ store: way.store, log: silent, openDays: 1, key, folder: filed });
  const order = () => way.door.execute({ name: 'ingest-order', input: anOrder() }, connector);
  for (let day = days - 1; day >= 0; day--) {
    clock.now = () => today - day * dayMs;
    for (let link = 0; link < linksADay; link++) {
      await Promise.all([order(), order()]);
      await sealer.sealOnce();
      if (link % 2 === 1) await checkpoints.take();
    }
  }
  await auditFiles.writeOnce();
  await order();
  const later = today + 2 * dayMs;
  return {
    ...way,
    sealer,
    checkpoints,
    auditFiles,
    files,
    /** Everything that is not as it was written. */
    async problems(): Promise<unknown[]> {
      const chain = await verifyAudit(way.store);
      const points = await verifyCheckpoints(way.store, files, later);
      const inFiles = await verifyFiles(way.store, files, later);
      return [...chain.problems, ...points.problems, ...inFiles.problems];
    },
    async close() {
      await checkpoints.stop();
      await way.close();
      rmSync(folder, { recursive: true });
    },
  };
}

export type AuditWorld = Awaited<ReturnType<typeof openAuditWorld>>;
