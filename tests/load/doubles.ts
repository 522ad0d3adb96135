import { doublesRun } from './doubles-run.ts';
import { numberOption } from './options.ts';

/**
 * `npm run test:doubles [-- --processes N --keys N --doubles N]`: the same press many times at once over several processes on one
 * store; the short version is among the tests.
 */
const { wrongEffects, wrongAnswers, ...counts } = await doublesRun({
  processes: numberOption('processes', 3),
  keys: numberOption('keys', 200),
  doubles: numberOption('doubles', 50),
  log: (line) => console.log(line),
});
console.log(
  JSON.stringify({ ...counts, wrongEffects: wrongEffects.length, wrongAnswers: wrongAnswers.length }),
);
for (const line of [...wrongEffects, ...wrongAnswers].slice(0, 20)) console.log(line);
process.exitCode = wrongEffects.length + wrongAnswers.length === 0 ? 0 : 1;
