import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { vocabulary } from '../../../rules-library/index.ts';
import type { JsonRule } from '../../../rules-library/schema/rule.ts';
import { compileRules, planEffects } from '../../../runtime/index.ts';
import { ArchiveWriter } from '../../../server/archive/archive-writer.ts';
import { replayArchive } from '../../../server/archive/replay-archive.ts';
import { filesOf, inFolder, someDecisions } from './support.ts';

const rule = (id: string, fact: string, value: unknown, tag: string, operator = 'equal'): JsonRule => ({
  id,
  priority: 1,
  conditions: {
    all: [
      { fact: 'event.type', operator: 'equal', value: 'order.received' },
      { fact, operator, value } as never,
    ],
  },
  event: { type: 'set-tag', params: { tag } },
});

const rules = [
  rule('f/big', 'order.total', 50, 'big', 'greaterThan'),
  rule('f/jd', 'order.channel', 'jd', 'jd'),
  rule('g/late', 'order.syncDelay', 5, 'late {order.channel}', 'greaterThan'),
];
const decisions = someDecisions(
  Array.from({ length: 60 }, (_, index) => ({
    'event.type': 'order.received',
    'order.total': (index * 37) % 100,
    'order.channel': ['jd', 'taobao'][index % 2],
    ...(index % 5 === 0 ? {} : { 'order.syncDelay': index % 9 }),
  })),
  7,
);

async function written(folder: string): Promise<void> {
  const writer = await ArchiveWriter.open(folder);
  for (let from = 0; from < decisions.length; from += 7) await writer.append(decisions.slice(from, from + 7));
}

const effectsOf = (own: readonly JsonRule[], facts: Record<string, unknown>): string[] => {
  const { events } = compileRules(own).evaluate(facts);
  const { effects } = planEffects(events, { facts, vocabulary, now: 0, subject: 'order:x' });
  return effects.map(({ command, input }) => `${command} ${JSON.stringify(input)}`).sort();
};

test('counts rules, joins, effects and missing facts as deciding one by one does, and what another release does otherwise', async () => {
  const from = decisions[10]!.at;
  const to = decisions[50]!.at;
  const span = decisions.filter(({ at }) => at >= from && at < to);
  const changed = [rule('f/big', 'order.total', 70, 'big', 'greaterThan'), ...rules.slice(1)];
  const program = compileRules(changed);
  const sourceMap = {
    'f/big': {
      flow: 'f',
      stage: null,
      node: 'big',
      path: [],
      ports: ['start:next', 'check:yes'],
      conditions: [],
    },
  };
  const seen: number[] = [];
  const { counts, difference } = await inFolder(async (folder) => {
    await written(folder);
    return replayArchive({
      folder,
      rules: { rules: changed, derived: [] },
      live: { rules, derived: [] },
      sourceMap,
      from,
      to,
      zone: 'Asia/Shanghai',
      onProgress: ({ decisions: done }) => seen.push(done),
    });
  });
  const expected = { rules: {} as Record<string, number>, effects: 0, missing: 0, otherwise: 0 };
  for (const { facts } of span) {
    const { events, unknown } = program.evaluate(facts);
    for (const { ruleId } of events) expected.rules[ruleId] = (expected.rules[ruleId] ?? 0) + 1;
    expected.effects += effectsOf(changed, facts).length;
    expected.missing += unknown.length > 0 ? 1 : 0;
    expected.otherwise += effectsOf(changed, facts).join() === effectsOf(rules, facts).join() ? 0 : 1;
  }
  expect(counts).toMatchObject({ decisions: 40, rules: expected.rules, incomplete: expected.missing });
  expect(counts.missing).toEqual({ 'order.syncDelay': expected.missing });
  expect(counts.effects).toEqual({ 'set-tag': expected.effects });
  const big = expected.rules['f/big']!;
  expect(counts.ports).toEqual({ 'f/start:next': big, 'f/check:yes': big });
  expect(expected.otherwise).toBeGreaterThan(0);
  expect(difference).toMatchObject({
    decisions: 40,
    otherwise: expected.otherwise,
    lost: { 'set-tag': expected.otherwise },
    gained: {},
    before: { 'f/big': expected.otherwise },
    after: {},
  });
  expect(difference!.samples).toHaveLength(Math.min(20, expected.otherwise));
  expect(seen.at(-1)).toBeGreaterThanOrEqual(40);
});

const setup = { zone: 'Asia/Shanghai', threads: 1, rules: { rules, derived: [] } };

test('ends when it is cancelled, before it begins or in the middle', async () => {
  await inFolder(async (folder) => {
    const writer = await ArchiveWriter.open(folder);
    for (let part = 0; part < 3; part++) {
      const block = Array.from({ length: 8000 }, (_, row) => ({ ...decisions[0]!, id: `d${part}-${row}` }));
      await writer.append(block);
    }
    const before = new AbortController();
    before.abort(new Error('changed my mind'));
    await expect(replayArchive({ ...setup, folder, signal: before.signal })).rejects.toThrow(
      'changed my mind',
    );
    const within = new AbortController();
    const seen: number[] = [];
    const onProgress = ({ decisions: done }: { decisions: number }): void => {
      seen.push(done);
      within.abort(new Error('that will do'));
    };
    const interrupted = replayArchive({ ...setup, folder, onProgress, signal: within.signal });
    await expect(interrupted).rejects.toThrow('that will do');
    expect(seen).toEqual([8000]);
  });
});

test('says what is wrong with an archive or with rules', async () => {
  await inFolder(async (folder) => {
    await written(folder);
    const broken = [{ ...rules[0]!, conditions: { all: [{ fact: 'a.b', operator: 'no such', value: 1 }] } }];
    const wrong = { ...setup, folder, rules: { rules: broken, derived: [] } };
    await expect(replayArchive(wrong)).rejects.toThrow(/f\/big/);
    const [name, bytes] = [...filesOf(folder)][0]!;
    bytes[200]! ^= 1;
    writeFileSync(join(folder, name), bytes);
    await expect(replayArchive({ ...setup, folder })).rejects.toThrow(/damaged/);
  });
});
