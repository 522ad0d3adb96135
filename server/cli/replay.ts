import { existsSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { SingleBar } from 'cli-progress';
import { assembleOrders, type AssembledOrRejected } from '../replay/assemble.ts';
import { columns } from '../replay/columns.ts';
import { customField, isUsableField, proposeMapping, type Mapping } from '../replay/mapping.ts';
import { openIntake } from '../replay/open-intake.ts';
import { readCsv, readJsonLines } from '../replay/read-rows.ts';
import { writeRejects } from '../replay/reject-report.ts';
import { replay, type ReplaySummary } from '../replay/replay.ts';

const help = `npm run replay -- FILE [--channel NAME] [--map "column=field"] [--lang zh|en]

Feeds orders of your own to the rules in force: CSV (also tab or semicolon, UTF-8 or GB18030) with Chinese or English
headers, or JSON lines in the spelling of POST /api/v1/orders. Rows with the same order number that stand together are the
lines of one order. Columns nobody knows are asked about, or kept as custom items; the answers are kept in
FILE.columns.json. Rows that cannot be taken are reported by line and reason in FILE.rejected.csv.

Fields: ${columns.map(({ field }) => field).join(' ')} custom.NAME
`;

/** What a person typed wrong; said without a stack. */
class Usage extends Error {}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      channel: { type: 'string' },
      map: { type: 'string', multiple: true },
      lang: { type: 'string', default: 'zh' },
      help: { type: 'boolean', short: 'h' },
    },
  });
  const [file] = positionals;
  if (values.help === true || file === undefined) {
    console.log(help);
    if (file === undefined && values.help !== true) throw new Usage('Name the file to replay.');
    return;
  }
  if (!existsSync(file) || !statSync(file).isFile()) throw new Usage(`There is no file ${file}.`);
  const language = values.lang === 'en' ? 'en' : 'zh';
  const intake = await openIntake(new URL('../..', import.meta.url).pathname);
  try {
    const isJson = /\.(jsonl|ndjson|json)$/i.test(file);
    if (!isJson && intake.excelClosed)
      throw new Usage(
        'The data steward has closed Excel and CSV import for good. Send orders as JSON lines.',
      );
    const items = isJson
      ? jsonOrders(file)
      : await csvOrders(file, intake.zone, values.channel, givenMap(file, values.map ?? []));
    const total = await countLines(file);
    const bar = new SingleBar({
      format:
        ' {bar} {percentage}% | line {value} of {total} | {accepted} accepted, {rejected} rejected | {eta_formatted} left',
      hideCursor: true,
    });
    bar.start(total, 0, { accepted: 0, rejected: 0 });
    const summary = await replay(items, intake.send, ({ accepted, rejected }, line) => {
      bar.update(Math.min(line, total), { accepted, rejected: rejected.length });
    });
    bar.update(total, { accepted: summary.accepted, rejected: summary.rejected.length });
    bar.stop();
    print(summary);
    if (summary.rejected.length > 0) {
      const report = `${file}.rejected.csv`;
      await writeRejects(report, summary.rejected, language);
      console.log(`Rejected rows by line and reason: ${report}`);
      process.exitCode = 2;
    }
  } finally {
    await intake.close();
  }
}

async function countLines(file: string): Promise<number> {
  let lines = 0;
  const { createReadStream } = await import('node:fs');
  for await (const chunk of createReadStream(file))
    for (const byte of chunk as Buffer) if (byte === 10) lines++;
  return Math.max(1, lines);
}

/** Answers of an earlier run, then those of the command line. */
function givenMap(file: string, pairs: readonly string[]): Mapping {
  const kept = `${file}.columns.json`;
  const given: Mapping = existsSync(kept) ? (JSON.parse(readFileSync(kept, 'utf8')) as Mapping) : {};
  for (const pair of pairs) {
    const at = pair.lastIndexOf('=');
    const field = pair.slice(at + 1).trim();
    if (at < 1 || (field !== '' && !isUsableField(field)))
      throw new Usage(`--map takes "column=field", with a field of: npm run replay -- --help`);
    given[pair.slice(0, at).trim()] = field === '' ? null : field;
  }
  return given;
}

async function csvOrders(
  file: string,
  zone: string,
  channel: string | undefined,
  given: Mapping,
): Promise<AsyncIterable<AssembledOrRejected>> {
  const headers = await readHeaders(file);
  const { mapping, unknown, missing } = proposeMapping(headers, given, channel !== undefined);
  if (missing.length > 0) {
    throw new Usage(
      `The file lacks what an order needs: ${missing.join(', ')}.\nIts columns: ${headers.join(', ')}\nName them by --map "column=field"${missing.includes('channel') ? ', or give --channel NAME' : ''}.`,
    );
  }
  await askAbout(unknown, mapping);
  if (unknown.length > 0) writeFileSync(`${file}.columns.json`, `${JSON.stringify(mapping, null, 2)}\n`);
  for (const [header, field] of Object.entries(mapping)) console.log(`  ${header} → ${field ?? 'left out'}`);
  return assembleOrders(readCsv(file), { mapping, zone, ...(channel === undefined ? {} : { channel }) });
}

async function readHeaders(file: string): Promise<string[]> {
  for await (const { cells } of readCsv(file)) return Object.keys(cells);
  throw new Usage('The file has no rows below its header.');
}

/** At a terminal a person says what each unknown column is; elsewhere it is kept as a custom item. */
async function askAbout(unknown: readonly string[], mapping: Mapping): Promise<void> {
  const terminal = process.stdin.isTTY
    ? createInterface({ input: process.stdin, output: process.stdout })
    : null;
  for (const header of unknown) {
    const otherwise = customField(header);
    mapping[header] = otherwise;
    for (;;) {
      const answer = (
        await terminal?.question(
          `Column "${header}" is not known. Field, - to leave it out, or Enter to keep it as ${otherwise}: `,
        )
      )?.trim();
      if (answer === undefined || answer === '') break;
      if (answer === '-') {
        mapping[header] = null;
        break;
      }
      if (isUsableField(answer)) {
        mapping[header] = answer;
        break;
      }
      console.log(
        `  There is no field "${answer}". Fields: ${columns.map(({ field }) => field).join(' ')} custom.NAME`,
      );
    }
  }
  terminal?.close();
}

async function* jsonOrders(file: string): AsyncGenerator<AssembledOrRejected> {
  for await (const row of readJsonLines(file)) {
    if (
      row.broken === true ||
      typeof row.value !== 'object' ||
      row.value === null ||
      Array.isArray(row.value)
    ) {
      yield {
        rejected: [
          { line: row.line, column: null, reason: { zh: '这一行不是一张订单', en: 'this line is no order' } },
        ],
      };
    } else yield { assembled: { lines: [row.line], order: row.value as Record<string, unknown> } };
  }
}

function print({
  rows,
  accepted,
  repeated,
  differing,
  held,
  alerts,
  rejected,
  effects,
}: ReplaySummary): void {
  console.log(
    `\n${rows} rows: ${accepted} orders accepted, ${repeated} known already${differing > 0 ? ` (${differing} with other content: unchanged)` : ''}, ${rejected.length} rows rejected`,
  );
  console.log(`${held} orders on hold, ${alerts} alerts`);
  for (const [type, count] of [...effects].sort((a, b) => b[1] - a[1]))
    console.log(`  ${type.padEnd(20)} ${count}`);
}

try {
  await main();
} catch (error) {
  console.error(error instanceof Usage || error instanceof Error ? error.message : error);
  process.exitCode = 1;
}
