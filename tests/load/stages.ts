import { stageRun } from './stage-run.ts';

/** `npm run test:stages [-- --orders N --restarts N --seed N]`: the short version is among the tests. */
function option(name: string, otherwise: number): number {
  const index = process.argv.indexOf(`--${name}`);
  return index === -1 ? otherwise : Number(process.argv[index + 1]);
}

const report = await stageRun({
  orders: option('orders', 250),
  restarts: option('restarts', 20),
  seed: option('seed', 1),
  log: (line) => console.log(line),
});
const { wrong, ...counts } = report;
console.log(JSON.stringify({ ...counts, wrong: wrong.length }, null, 2));
for (const line of wrong.slice(0, 20)) console.log(line);
const cut = report.cutShort > 0;
if (!cut) console.log('No kill came while anything was still to fire: the run proves nothing.');
process.exitCode = wrong.length === 0 && cut ? 0 : 1;
