import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { killStore } from '../../support/store-kills.ts';

describe('a store killed under load', () => {
  it('keeps every acknowledged write, once and whole', async () => {
    const dir = mkdtempSync(join(tmpdir(), 'sluice-kills-'));
    try {
      const report = await killStore(dir, 10);
      expect(report).toMatchObject({ lost: 0, doubled: 0, halfTransactions: 0, indexMismatches: 0 });
      expect(report.acknowledged).toBeGreaterThan(200);
      expect(report.transactions).toBeGreaterThan(10);
      // Both sides of the commit were hit, so the zeros above say something.
      expect(report.unansweredDone).toBeGreaterThan(0);
      expect(report.unansweredUndone).toBeGreaterThan(0);
    } finally {
      rmSync(dir, { recursive: true, force: true });
    }
  }, 120_000);
});
