import { expect, test } from 'vitest';
import { stageRun } from '../../load/stage-run.ts';

test('what waits comes to one outcome each, whenever the server is killed', async () => {
  const report = await stageRun({ orders: 12, restarts: 1 });
  expect(report.wrong).toEqual([]);
  expect(report).toMatchObject({ instances: 24, approved: 6, timedOut: 6 });
}, 120_000);
