import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { vocabulary } from '../../../rules-library/index.ts';
import { templateSchema } from '../../../rules-library/schema/template.ts';
import { compileRules, runCases } from '../../../runtime/index.ts';
import { randomProgram } from './random-rules.ts';

/** Prints a hash of many decisions (drawn programs, and the cases of all templates with their times) for the zone it runs in. */
const hash = createHash('sha256');
let events = 0;
const add = (decision: { events: unknown[]; unknown: string[] }): void => {
  hash.update(JSON.stringify(decision));
  events += decision.events.length;
};
for (let seed = 1; seed <= 60; seed++) {
  const { rules, conditions, orders } = randomProgram(seed);
  const program = compileRules(rules, { conditions });
  for (const order of orders) add(program.evaluate(order));
}
const folder = new URL('../../../templates/', import.meta.url).pathname;
for (const file of (readdirSync(folder, { recursive: true }) as string[]).sort()) {
  if (!file.endsWith('.json')) continue;
  const { flows } = templateSchema.parse(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')));
  for (const flow of flows) {
    for (const { events, unknown } of runCases(flow, flow.cases, vocabulary)) add({ events, unknown });
  }
}
process.stdout.write(JSON.stringify({ events, hash: hash.digest('hex') }));
