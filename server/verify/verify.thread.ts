import { archivedDecision, listHashes } from '../archive/archived-decision.ts';
import type { ArchivedDecision } from '../archive/block.ts';
import { newestFirst } from '../archive/newest-first.ts';
import { bodyOf, type DecisionBody } from '../decisions/decision.ts';
import type { ReleaseContent } from '../releases/build-release.ts';
import { answerRequests } from '../threads/answer-requests.ts';
import { TimeBudget } from './time-budget.ts';
import type { GivenDecision, VerifyRequest } from './verify-request.ts';
import { verify } from './verify.ts';

/** Decisions given for this check, the newest first, and the lists they read. */
let given: { decision: GivenDecision; body: DecisionBody }[] = [];
const contents = new Map<string, readonly unknown[]>();

answerRequests(async (asked, { stopped }) => {
  const request = asked as VerifyRequest;
  switch (request.kind) {
    case 'begin':
      given = [];
      return null;
    case 'decisions': {
      const read = request.decisions.map((decision) => ({ decision, body: bodyOf(decision) }));
      given.push(...read);
      return listHashes(read.map(({ body }) => body)).filter((hash) => !contents.has(hash));
    }
    case 'lists':
      for (const [hash, entries] of request.contents) contents.set(hash, entries);
      return null;
    case 'verify': {
      const { live, archive, generated, zone, ms } = request;
      const { flows, rules, derived } = JSON.parse(request.candidate) as ReleaseContent;
      const candidate = { rules, derived, flows: flows.map(({ flow }) => flow) };
      return verify(candidate, {
        live: live === null ? undefined : (JSON.parse(live) as ReleaseContent),
        recorded: recorded(archive),
        cases: candidate.flows,
        generated,
        zone,
        budget: new TimeBudget(ms, stopped),
      });
    }
  }
});

async function* recorded(archive: { folder: string; from: number }): AsyncGenerator<ArchivedDecision> {
  for (const { decision, body } of given) {
    if (decision.at >= archive.from) yield archivedDecision(decision, body, contents);
  }
  yield* newestFirst(archive.folder, archive.from, Number.POSITIVE_INFINITY);
}
