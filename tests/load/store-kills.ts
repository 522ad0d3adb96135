import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { killStore } from '../support/store-kills.ts';

/**
 * Kills the embedded store under load and reports what was lost: `node --import tsx tests/load/store-kills.ts --kills 50`.
 * Ends with 1 when anything was.
 */
const { values } = parseArgs({ options: { kills: { type: 'string', default: '50' } } });
const kills = Number(values.kills);
if (!Number.isInteger(kills) || kills < 1)
  throw new Error(`--kills takes a whole number from 1, not ${values.kills}`);

const dir = mkdtempSync(join(tmpdir(), 'sluice-kills-'));
try {
  const report = await killStore(dir, kills);
  console.table(report);
  const { lost, doubled, halfTransactions, indexMismatches, unansweredDone, unansweredUndone } = report;
  const clean = lost + doubled + halfTransactions + indexMismatches === 0;
  const bothSides = unansweredDone > 0 && unansweredUndone > 0;
  if (!clean || !bothSides) process.exitCode = 1;
} finally {
  rmSync(dir, { recursive: true, force: true });
}
