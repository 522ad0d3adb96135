import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { verifyCheckpoints } from '../audit/checkpoints.ts';
import { verifyAudit } from '../audit/verify-audit.ts';
import { verifyFiles } from '../audit/verify-files.ts';
import { ConfigError, readConfig, type Config } from '../config.ts';
import { models } from '../models.ts';
import { openCompanyStore } from '../replay/company-store.ts';
import { Store } from '../store/store.ts';

const help = `npm run audit:verify

Looks at the whole audit: the chain and its entries in the store, the signed checkpoints and the files of closed days in
SLUICE_DATA_DIR. Prints what is not as it was written; ends with 1 when there is anything. A running server may go on.
`;

/** Says what it found; answers how many problems. */
async function verify(store: Store, dataDir: string): Promise<number> {
  const key = join(dataDir, 'audit-signing-key.pem');
  const counts = { seals: 0, entries: 0, problems: 0 };
  for (let from: number | null = 1; from !== null;) {
    const report = await verifyAudit(store, from);
    counts.seals += report.seals;
    counts.entries += report.entries;
    counts.problems += report.problems.length;
    for (const { seal, entry, problem } of report.problems)
      console.log(`link ${seal}${entry === undefined ? '' : `, entry ${entry}`}: ${problem}`);
    from = report.next;
  }
  const points = await verifyCheckpoints(store, { key, log: join(dataDir, 'audit-checkpoints.jsonl') });
  for (const { n, problem } of points.problems) console.log(`checkpoint of link ${n}: ${problem}`);
  const files = await verifyFiles(store, { key, folder: join(dataDir, 'audit') });
  for (const { file, problem, seal } of files.problems)
    console.log(`${file}${seal === undefined ? '' : `, link ${seal}`}: ${problem}`);
  const problems = counts.problems + points.problems.length + files.problems.length;
  console.log(
    `${counts.entries} entries in ${counts.seals} links, ${points.count} checkpoints, ${files.count} files with ${files.entries} entries: ${problems === 0 ? 'all as written' : `${problems} problems`}`,
  );
  return problems;
}

async function withStore<Result>(config: Config, work: (store: Store) => Promise<Result>): Promise<Result> {
  const own = await openCompanyStore(config);
  try {
    const store = await Store.connect(own.uri, models);
    try {
      return await work(store);
    } finally {
      await store.close();
    }
  } finally {
    await own.close();
  }
}

try {
  const { values } = parseArgs({ options: { help: { type: 'boolean', short: 'h' } } });
  if (values.help === true) console.log(help);
  else {
    const config = readConfig(process.env);
    const problems = await withStore(config, (store) => verify(store, config.dataDir));
    if (problems > 0) process.exitCode = 1;
  }
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
