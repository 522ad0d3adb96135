import { spawn } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';

/**
 * `npm test`: everything, one step after another, every step even when an earlier one failed. Ends with one plain line
 * `N passed, N failed` over all of them; a check without single tests (lint, types …) counts as one.
 */
interface Step {
  name: string;
  command: string[];
  /** JSON report of the runner, with numbers of single tests. */
  report?: string;
}

const bin = (name: string): string => `node_modules/.bin/${name}`;

const steps: Step[] = [
  { name: 'format', command: [bin('prettier'), '--check', '--log-level', 'warn', '.'] },
  { name: 'lint', command: [bin('oxlint'), '--type-aware', '--deny-warnings'] },
  { name: 'types', command: [bin('tsc'), '--noEmit', '-p', '.'] },
  {
    name: 'unit and integration',
    command: [
      bin('vitest'),
      'run',
      '-c',
      'tests/vitest.config.ts',
      '--reporter=default',
      '--reporter=json',
      '--outputFile.json=test-results/vitest.json',
    ],
    report: 'test-results/vitest.json',
  },
  { name: 'build', command: [bin('vite'), 'build', '--logLevel', 'warn'] },
  {
    name: 'browser',
    command: [bin('playwright'), 'test', '-c', 'tests/browser/playwright.config.ts'],
    report: 'test-results/browser.json',
  },
];

function run(command: string[]): Promise<number> {
  const [file, ...args] = command;
  const child = spawn(file!, args, {
    stdio: 'inherit',
    env: { ...process.env, NODE_OPTIONS: '--import tsx' },
  });
  return new Promise((resolve) => {
    child.once('exit', (code) => resolve(code ?? 1));
    child.once('error', () => resolve(1));
  });
}

/** Single tests of a runner's report, or null when it wrote none. */
function counts(report: string): { passed: number; failed: number } | null {
  if (!existsSync(report)) return null;
  const json = JSON.parse(readFileSync(report, 'utf8'));
  if (json.stats !== undefined) {
    return { passed: json.stats.expected + json.stats.flaky, failed: json.stats.unexpected };
  }
  return { passed: json.numPassedTests, failed: json.numFailedTests };
}

rmSync('test-results', { recursive: true, force: true });
const only = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
for (const step of steps.filter(({ name }) => only.length === 0 || only.includes(name))) {
  const started = performance.now();
  console.log(`\n== ${step.name}`);
  const code = await run(step.command);
  const single = step.report === undefined ? null : counts(step.report);
  const passed = single?.passed ?? (code === 0 ? 1 : 0);
  // A runner that fails without a failed test (a file that does not load, a crash) still counts as one failure.
  const failed = Math.max(single?.failed ?? 0, code === 0 ? 0 : 1);
  total.passed += passed;
  total.failed += failed;
  console.log(
    `== ${step.name}: ${passed} passed, ${failed} failed, ${Math.round((performance.now() - started) / 1000)} s`,
  );
}
console.log(`\n${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;
