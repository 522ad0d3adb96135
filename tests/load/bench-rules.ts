import { writeFileSync } from 'node:fs';
import { measureHostile } from './rules/hostile.ts';
import { measureSize, type Measured, type Plan } from './rules/measure-size.ts';
import { printHostile, printMeasured } from './rules/table.ts';

/**
 * `npm run bench:rules [-- --quick] [--json FILE]`: what one order costs by 10, 100, 1,000 and 10,000 rules, for our
 * evaluator and others, on the same rules and orders; and how long the worst evaluation of hostile rules takes. Costs are CPU time over all threads, as machines are shared.
 */
const quick = process.argv.includes('--quick');
const jsonIndex = process.argv.indexOf('--json');
const plan: Plan = quick
  ? { rounds: 3, roundMs: 100, firstMs: 300, answersMs: 200 }
  : { rounds: 5, roundMs: 800, firstMs: 1000, answersMs: 2000 };

const all: Measured[] = [];
for (const rules of quick ? [10, 1000] : [10, 100, 1000, 10_000]) {
  all.push(...(await measureSize(rules, plan)));
}
printMeasured(all);
const hostile = measureHostile(quick ? 100 : 1700);
printHostile(hostile);
if (jsonIndex !== -1) {
  const figures = { engines: all, hostile };
  writeFileSync(process.argv[jsonIndex + 1]!, `${JSON.stringify(figures, null, 2)}\n`);
}
