import { answerRequests } from '../threads/answer-requests.ts';
import { ReplayRun, type ReplaySetup } from './replay-run.ts';
import type { BlockPlace } from './segments.ts';

/** What a replay asks of its threads: with the first request the rules, then blocks. */
export interface ReplayRequest {
  setup?: ReplaySetup;
  blocks: BlockPlace[];
}

let run: ReplayRun | undefined;

answerRequests((request, { stopped }) => {
  const { setup, blocks } = request as ReplayRequest;
  if (setup !== undefined) run = new ReplayRun(setup);
  if (run === undefined) throw new Error('a replay begins with its rules');
  return run.run(blocks, stopped);
});
