import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { ArchiveWriter, mostInBlock } from '../../server/archive/archive-writer.ts';
import { replayArchive } from '../../server/archive/replay-archive.ts';
import { listBlocks } from '../../server/archive/segments.ts';
import { releaseOf, yearOfDecisions } from './replay-world.ts';

/**
 * `npm run bench:replay [-- --quick] [--json FILE]`: a year of the chain's orders (420,000) through 1,000 rules, from the archive,
 * on all cores. Making the archive is reported apart. `--quick` takes a tenth of the orders.
 */
const quick = process.argv.includes('--quick');
const jsonIndex = process.argv.indexOf('--json');
const orders = quick ? 42_000 : 420_000;
const wantedRules = 1000;
const round = (value: number): number => Math.round(value * 100) / 100;
const megabytes = (bytes: number): number => Math.round(bytes / 1024 / 1024);

const folder = mkdtempSync(join(tmpdir(), 'sluice-archive-'));
try {
  const figures = { ...(await buildArchive()), ...(await replay()) };
  console.log(`\nReplay of a year: ${orders} orders through ${wantedRules} rules`);
  for (const [key, value] of Object.entries(figures)) console.log(`  ${key.padEnd(44)} ${String(value)}`);
  if (jsonIndex > 0) writeFileSync(process.argv[jsonIndex + 1]!, `${JSON.stringify(figures, null, 2)}\n`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

async function buildArchive(): Promise<Record<string, unknown>> {
  const writer = await ArchiveWriter.open(folder);
  let writing = 0;
  let textBytes = 0;
  for (const day of yearOfDecisions(orders)) {
    textBytes += Buffer.byteLength(JSON.stringify(day[0]?.facts)) * day.length;
    const started = performance.now();
    for (let from = 0; from < day.length; from += mostInBlock)
      await writer.append(day.slice(from, from + mostInBlock));
    writing += performance.now() - started;
  }
  const files = new Set((await listBlocks(folder)).map(({ file }) => file));
  const bytes = [...files].reduce((sum, file) => sum + statSync(file).size, 0);
  return {
    'archive: seconds to encode and write': round(writing / 1000),
    'archive: bytes an order': round(bytes / orders),
    'archive: of the facts as JSON text, about': `${round((100 * bytes) / textBytes)} %`,
  };
}

async function replay(): Promise<Record<string, unknown>> {
  const { rules, derived, sourceMap } = releaseOf(wantedRules);
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 50);
  const before = process.memoryUsage.rss();
  const cpu = process.cpuUsage();
  const started = performance.now();
  const { counts } = await replayArchive({
    folder,
    rules: { rules, derived },
    sourceMap,
    zone: 'Asia/Shanghai',
  });
  const seconds = (performance.now() - started) / 1000;
  const used = process.cpuUsage(cpu);
  clearInterval(watch);
  if (counts.decisions !== orders) throw new Error(`${counts.decisions} of ${orders} orders were replayed`);
  const total = (record: Record<string, number>): number =>
    Object.values(record).reduce((sum, count) => sum + count, 0);
  return {
    'replay: rules': rules.length,
    'replay: seconds (aim ≤ 10 for the whole year)': round(seconds),
    'replay: orders/s': Math.round(orders / seconds),
    'replay: CPU seconds, all threads': round((used.user + used.system) / 1e6),
    'replay: cores': availableParallelism(),
    'replay: rules that matched': Object.keys(counts.rules).length,
    'replay: matches / effects': `${total(counts.rules)} / ${total(counts.effects)}`,
    'memory MB, before / peak': `${megabytes(before)} / ${megabytes(peak)}`,
  };
}
