import fc from 'fast-check';
import { rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { archivedFacts } from '../../../server/archive/archived-facts.ts';
import { ArchiveWriter, mostInBlock, nextBlock } from '../../../server/archive/archive-writer.ts';
import { ArchiveError, listBlocks, readBlock } from '../../../server/archive/segments.ts';
import { encodeTable, Table } from '../../../server/archive/table.ts';
import { anyFacts, contentsOf, filesOf, inFolder, someDecisions } from './support.ts';

const longAgo = Number.POSITIVE_INFINITY;

/** Writes decisions as the job does, so many to a look. */
async function archive(folder: string, decisions: ReturnType<typeof someDecisions>, until = longAgo) {
  const writer = await ArchiveWriter.open(folder);
  for (;;) {
    const rest = decisions.filter(({ id }) => id > writer.last).slice(0, mostInBlock + 1);
    const ready = nextBlock(rest, until);
    if (ready === 0) return writer.last;
    await writer.append(rest.slice(0, ready));
  }
}

describe('a table of records', () => {
  test('gives back what was put in, all of it or the columns asked for', () => {
    fc.assert(
      fc.property(fc.array(anyFacts, { maxLength: 20 }), (rows) => {
        const table = new Table(encodeTable(rows));
        const read = table.records();
        expect(rows.map((_, row) => read(row))).toEqual(rows);
        const some = table.records(['order.total', 'lines', 'no.such']);
        expect(rows.map((_, row) => some(row))).toEqual(
          rows.map((row) =>
            Object.fromEntries(
              Object.entries(row).filter(([name]) => name === 'order.total' || name === 'lines'),
            ),
          ),
        );
      }),
      { numRuns: 60 },
    );
  });

  test('holds more distinct values than two bytes can count', () => {
    const rows = Array.from({ length: 70_000 }, (_, index) => ({ n: index, same: 'x' }));
    const read = new Table(encodeTable(rows)).records();
    for (const row of [0, 255, 256, 65_535, 65_536, 69_999]) expect(read(row)).toEqual(rows[row]);
  });
});

describe('what is cut into a block', () => {
  const at = (...days: number[]) => days.map((day) => ({ at: Date.UTC(2026, 0, 1 + day) }));

  test('a day that is over, or a full block; a day that goes on waits', () => {
    expect(nextBlock([], longAgo)).toBe(0);
    expect(nextBlock(at(0, 0, 0), Date.UTC(2026, 0, 1, 23))).toBe(0);
    expect(nextBlock(at(0, 0, 0), Date.UTC(2026, 0, 2))).toBe(3);
    expect(nextBlock(at(0, 0, 1), Date.UTC(2026, 0, 1, 23))).toBe(2);
    // Committed just after midnight by an earlier press: never cut again at the day it came late for.
    expect(nextBlock(at(1, 0, 1), Date.UTC(2026, 0, 3))).toBe(3);
    expect(nextBlock(at(...Array.from({ length: mostInBlock + 1 }, () => 0)), 0)).toBe(mostInBlock);
  });
});

describe('an archive', () => {
  test('cut at any byte loses the last blocks only; going on makes it what it would have been', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFacts, { minLength: 4, maxLength: 30 }),
        fc.nat(),
        fc.boolean(),
        async (facts, place, garbage) => {
          const decisions = someDecisions(facts, 4);
          await inFolder(async (folder) => {
            await archive(folder, decisions);
            const whole = filesOf(folder);
            expect(await contentsOf(folder)).toEqual(decisions);
            // The last file is cut somewhere, or what follows there was never written right.
            const [name, bytes] = [...whole].at(-1)!;
            const cut = place % bytes.length;
            if (garbage)
              writeFileSync(join(folder, name), Buffer.concat([bytes.subarray(0, cut), Buffer.alloc(40, 7)]));
            else truncateSync(join(folder, name), cut);
            const writer = await ArchiveWriter.open(folder);
            const left = await contentsOf(folder);
            expect(left).toEqual(decisions.slice(0, left.length));
            expect(writer.last).toBe(left.at(-1)?.id ?? '');
            const before = decisions.filter(
              ({ at }) => !name.startsWith(new Date(at).toISOString().slice(0, 10)),
            );
            expect(left.length).toBeGreaterThanOrEqual(before.length);
            await archive(folder, decisions);
            expect(filesOf(folder)).toEqual(whole);
          });
        },
      ),
      { numRuns: 40 },
    );
  });

  test('is the same whenever one looked, and whoever else wrote it too', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(anyFacts, { minLength: 1, maxLength: 30 }),
        fc.array(fc.integer({ min: 0, max: 30 }), { maxLength: 5 }),
        async (facts, looks) => {
          const decisions = someDecisions(facts, 5);
          const settled = (count: number) => decisions[count]?.at ?? longAgo;
          await inFolder(async (one) =>
            inFolder(async (other) => {
              await archive(one, decisions);
              const second = await ArchiveWriter.open(other);
              for (const count of looks.toSorted((a, b) => a - b))
                await archive(other, decisions.slice(0, count), settled(count));
              // A writer that opened it before all that is behind, and writes the same once more.
              for (const { rows } of await listBlocks(one)) {
                const start = decisions.findIndex(({ id }) => id > second.last);
                if (start === -1) break;
                await second.append(decisions.slice(start, start + rows));
              }
              expect(filesOf(other)).toEqual(filesOf(one));
            }),
          );
        },
      ),
      { numRuns: 25 },
    );
  });

  test('that was damaged says so, and where', async () => {
    await inFolder(async (folder) => {
      await archive(
        folder,
        someDecisions(
          Array.from({ length: 8 }, (_, n) => ({ 'order.total': n })),
          4,
        ),
      );
      const [first] = await listBlocks(folder);
      const bytes = filesOf(folder).values().next().value!;
      bytes[bytes.length - 3]! ^= 1;
      writeFileSync(first!.file, bytes);
      await expect(readBlock(first!)).rejects.toThrow(ArchiveError);
      await expect(readBlock(first!)).rejects.toThrow(/damaged at byte 0.*--rebuild/s);
    });
  });

  test('with blocks gone from the middle says so too; whole files may be taken from its beginning', async () => {
    await inFolder(async (folder) => {
      const decisions = someDecisions(
        Array.from({ length: 12 }, (_, n) => ({ 'order.total': n })),
        4,
      );
      await archive(folder, decisions);
      const [first, middle] = [...filesOf(folder).keys()];
      truncateSync(join(folder, middle!), 0);
      await expect(listBlocks(folder)).rejects.toThrow(ArchiveError);
      rmSync(join(folder, middle!));
      await expect(listBlocks(folder)).rejects.toThrow(ArchiveError);
      rmSync(join(folder, first!));
      expect(await contentsOf(folder)).toEqual(decisions.slice(8));
    });
  });

  test('is read by span of time', async () => {
    await inFolder(async (folder) => {
      const decisions = someDecisions(
        Array.from({ length: 12 }, (_, n) => ({ 'order.total': n })),
        4,
      );
      await archive(folder, decisions);
      const blocks = await listBlocks(folder, decisions[4]!.at, decisions[8]!.at);
      expect(blocks.map(({ first, last }) => [first, last])).toEqual([[decisions[4]!.id, decisions[7]!.id]]);
    });
  });
});

test('nothing personal is archived: no free text, no numbers of persons wherever they stand', () => {
  const facts = {
    'order.note': '请打 13812345678 找张三丰',
    'order.total': 13_812_345_678,
    'order.number': 'TB-1',
    'custom.contact': '张 138 1234 5678',
    'list.blocked': ['13812345678', '110101199003078515', 'SHOP-1'],
    lines: [{ 'line.sku': 'BRK-2041', 'line.remark': '电话13812345678' }],
  };
  const kept = archivedFacts(facts);
  expect(kept).toEqual({
    'order.total': 13_812_345_678,
    'order.number': 'TB-1',
    'custom.contact': '张 138****5678',
    'list.blocked': ['138****5678', '110****8515', 'SHOP-1'],
    lines: [{ 'line.sku': 'BRK-2041', 'line.remark': '电话138****5678' }],
  });
});
