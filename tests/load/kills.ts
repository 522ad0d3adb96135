import { killRun } from './kill-run.ts';

/** `npm run test:kills [-- --server N --store N --seed N]`: hundreds of kills under load; the short version is among the tests. */
function option(name: string, otherwise: number): number {
  const index = process.argv.indexOf(`--${name}`);
  return index === -1 ? otherwise : Number(process.argv[index + 1]);
}

const report = await killRun({
  serverKills: option('server', 200),
  storeKills: option('store', 50),
  seed: option('seed', 1),
  log: (line) => console.log(line),
});
const { lost, doubled, halfWritten, ...counts } = report;
console.log(
  JSON.stringify(
    { ...counts, lost: lost.length, doubled: doubled.length, halfWritten: halfWritten.length },
    null,
    2,
  ),
);
for (const line of [...lost, ...doubled, ...halfWritten].slice(0, 20)) console.log(line);
const bothSides = report.committedBefore > 0 && report.committedAfter > 0;
if (!bothSides) console.log('The run did not hit both sides of the commit: it proves nothing.');
process.exitCode = lost.length + doubled.length + halfWritten.length === 0 && bothSides ? 0 : 1;
