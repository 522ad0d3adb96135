import { killRun } from './kill-run.ts';
import { numberOption } from './options.ts';

/** `npm run test:kills [-- --server N --store N --seed N]`: hundreds of kills under load; the short version is among the tests. */
const report = await killRun({
  serverKills: numberOption('server', 200),
  storeKills: numberOption('store', 50),
  seed: numberOption('seed', 1),
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
