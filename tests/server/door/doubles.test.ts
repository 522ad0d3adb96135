import { expect, test } from 'vitest';
import { doublesRun } from '../../load/doubles-run.ts';

test('50 doubles of a press over two processes on one store take effect once and are answered alike', async () => {
  const report = await doublesRun({ processes: 2, keys: 4, doubles: 50 });
  expect(report).toMatchObject({ sent: 4 * 51, wrongEffects: [], wrongAnswers: [] });
  expect(report.answered + report.inFlight).toBe(report.sent);
  // Both kinds of answer came, from more than one process: else nothing met.
  expect(report.answered).toBeGreaterThan(4);
}, 120_000);
