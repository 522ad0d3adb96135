import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { vocabulary } from '../../rules-library/index.ts';
import { templateSchema } from '../../rules-library/schema/template.ts';
import { compileFlow, runCase } from '../../runtime/index.ts';
import { factsOfCase } from '../../runtime/cases.ts';
import { runStock } from '../../server/verify/stock-engine.ts';

const folder = new URL('../../templates/', import.meta.url).pathname;
const files = (readdirSync(folder, { recursive: true }) as string[]).filter((file) => file.endsWith('.json'));

describe.each(files)('template %s', (file) => {
  const template = templateSchema.parse(JSON.parse(readFileSync(`${folder}${file}`, 'utf8')));

  test('has flows that compile without a word of complaint, and at least ten cases', () => {
    for (const flow of template.flows) expect(compileFlow(flow, vocabulary).problems, flow.id).toEqual([]);
    expect(template.flows.flatMap(({ cases }) => cases).length).toBeGreaterThanOrEqual(10);
  });

  const cases = template.flows.flatMap((flow) =>
    flow.cases.map((one) => [flow.id, one.name.en, flow, one] as const),
  );
  test.each(cases)('%s: %s', async (_flow, _name, flow, one) => {
    const result = runCase(flow, one, vocabulary);
    expect(result.events.map(({ type, params }) => ({ type, params }))).toMatchObject(one.expect.events);
    expect(result.passed).toBe(true);
    const { rules, derived } = compileFlow(flow, vocabulary);
    const { compileRules } = await import('../../runtime/index.ts');
    const prepared = compileRules(rules, { derived }).prepare(factsOfCase(one, flow.id, vocabulary));
    expect(await runStock(rules, prepared)).toEqual(result.events);
  });
});
