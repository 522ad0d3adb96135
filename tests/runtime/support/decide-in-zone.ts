import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { vocabulary } from '../../../rules-library/index.ts';
import { templateSchema } from '../../../rules-library/schema/template.ts';
import { compileRules, runCases } from '../../../runtime/index.ts';
import { randomProgram } from './random-rules.ts';

/** Prints, for each zone, a hash of many decisions made in it: drawn programs, and the cases of all templates with their times. */
const folder = new URL('../../../templates/', import.meta.url).pathname;
const templates = (readdirSync(folder, { recursive: true }) as string[])
  .filter((file) => file.endsWith('.json'))
  .sort()
  .map((file) => templateSchema.parse(JSON.parse(readFileSync(`${folder}${file}`, 'utf8'))));

function decideIn(zone: string): { zone: string; offset: number; events: number; hash: string } {
  // Read anew by the next Date.
  process.env.TZ = zone;
  const hash = createHash('sha256');
  let count = 0;
  const add = (decision: { events: unknown[]; unknown: string[] }): void => {
    hash.update(JSON.stringify(decision));
    count += decision.events.length;
  };
  for (let seed = 1; seed <= 60; seed++) {
    const { rules, conditions, orders } = randomProgram(seed);
    const program = compileRules(rules, { conditions });
    for (const order of orders) add(program.evaluate(order));
  }
  for (const flow of templates.flatMap(({ flows }) => flows)) {
    for (const { events, unknown } of runCases(flow, flow.cases, vocabulary)) add({ events, unknown });
  }
  return { zone, offset: new Date(0).getTimezoneOffset(), events: count, hash: hash.digest('hex') };
}

process.stdout.write(JSON.stringify(process.argv.slice(2).map(decideIn)));
