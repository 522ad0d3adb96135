import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { listBlocks } from '../archive/segments.ts';
import { rebuildArchive } from '../archive/rebuild-archive.ts';
import { ConfigError, readConfig, type Config } from '../config.ts';
import { createLog } from '../log.ts';
import { models } from '../models.ts';
import { openCompanyStore } from '../replay/company-store.ts';
import { Store } from '../store/store.ts';

const help = `npm run archive [-- --rebuild]

Says what the archive of decisions (SLUICE_DATA_DIR/archive) holds. --rebuild makes it again from the decisions in the store
and puts it in the place of the old one; decisions that were removed from the store are not in it any more.
`;

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { rebuild: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } },
  });
  if (values.help === true) {
    console.log(help);
    return;
  }
  const config = readConfig(process.env);
  const folder = join(config.dataDir, 'archive');
  if (values.rebuild === true) await rebuild(config, folder);
  const blocks = await listBlocks(folder);
  const decisions = blocks.reduce((sum, { rows }) => sum + rows, 0);
  const bytes = blocks.reduce((sum, block) => sum + block.bytes, 0);
  console.log(
    `${folder}: ${decisions} decisions in ${blocks.length} blocks, ${(bytes / 1024 / 1024).toFixed(1)} MB`,
  );
  const [first] = blocks;
  const last = blocks.at(-1);
  if (first !== undefined && last !== undefined)
    console.log(`from ${new Date(first.from).toISOString()} to ${new Date(last.to).toISOString()}`);
}

async function rebuild(config: Config, folder: string): Promise<void> {
  const own = await openCompanyStore(config);
  try {
    const store = await Store.connect(own.uri, models);
    try {
      await rebuildArchive({ store, log: createLog('warn'), folder });
    } finally {
      await store.close();
    }
  } finally {
    await own.close();
  }
}

try {
  await main();
} catch (error) {
  console.error(error instanceof ConfigError ? error.message : error);
  process.exitCode = 1;
}
