import fc from 'fast-check';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ArchivedDecision } from '../../../server/archive/block.ts';
import { newestFirst } from '../../../server/archive/newest-first.ts';

/** Runs with a folder of its own, gone afterwards. */
export async function inFolder<Result>(run: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'sluice-archive-'));
  try {
    return await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Every decision an archive holds, in the order it holds them. */
export async function contentsOf(folder: string): Promise<ArchivedDecision[]> {
  const found: ArchivedDecision[] = [];
  for await (const one of newestFirst(folder, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY))
    found.push(one);
  return found.toReversed();
}

/** Files of an archive by name. */
export function filesOf(folder: string): Map<string, Buffer> {
  const names = readdirSync(folder).sort();
  return new Map(names.map((name) => [name, readFileSync(join(folder, name))]));
}

const scalar = fc.oneof(
  fc.string({ maxLength: 8 }),
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => !Object.is(value, -0)),
  fc.boolean(),
);
const line = fc.dictionary(fc.constantFrom('line.sku', 'line.quantity', 'line.goodsClass'), scalar, {
  noNullPrototype: true,
});

/** Facts of any kind: scalars, lists, lines with fields missing here and there. */
export const anyFacts: fc.Arbitrary<Record<string, unknown>> = fc
  .record(
    {
      'event.type': fc.constantFrom('order.received', 'order.changed'),
      'order.total': scalar,
      'order.tags': fc.array(scalar, { maxLength: 3 }),
      'custom.any': scalar,
      lines: fc.array(line, { maxLength: 3 }),
    },
    { requiredKeys: [], noNullPrototype: true },
  )
  .map((facts) => ({ ...facts }));

const dayMs = 86_400_000;

/** Decisions in order of their ids, over a few days. */
export function someDecisions(facts: readonly Record<string, unknown>[], perDay: number): ArchivedDecision[] {
  return facts.map((one, index) => ({
    id: `d${String(index).padStart(6, '0')}`,
    at: Date.UTC(2026, 0, 1) + Math.floor((index / perDay) * dayMs),
    subject: `order:O${index}`,
    release: 1 + (index % 3),
    facts: one,
  }));
}
