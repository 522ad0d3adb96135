import { archivedDecision, contentHashes } from '../archive/archived-decision.ts';
import type { ArchivedDecision } from '../archive/block.ts';
import { newestFirst } from '../archive/newest-first.ts';
import { ArchiveError } from '../archive/segments.ts';
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
      return contentHashes(read.map(({ body }) => body)).filter((hash) => !contents.has(hash));
    }
    case 'lists':
      for (const [hash, entries] of request.contents) contents.set(hash, entries);
      return null;
    case 'verify': {
      const { live, archive, cutShort, generated, zone, ms } = request;
      const { flows, rules, derived } = JSON.parse(request.candidate) as ReleaseContent;
      const candidate = { rules, derived, flows: flows.map(({ flow }) => flow) };
      const records = new Records(archive);
      const found = await verify(candidate, {
        live: live === null ? undefined : (JSON.parse(live) as ReleaseContent),
        recorded: records.newestFirst(),
        cases: candidate.flows,
        generated,
        zone,
        budget: new TimeBudget(ms, stopped),
      });
      if (!records.unread && !cutShort) return found;
      return { ...found, recorded: { ...found.recorded, cutShort: true }, complete: false };
    }
  }
});

/** Decisions of the last days: those given, then those archived before them. */
class Records {
  /** Whether some could not be read: a damaged archive keeps nobody from publishing, but the check says that it is not whole. */
  unread = false;
  private readonly archive: { folder: string; from: number };

  constructor(archive: { folder: string; from: number }) {
    this.archive = archive;
  }

  async *newestFirst(): AsyncGenerator<ArchivedDecision> {
    const { folder, from } = this.archive;
    for (const { decision, body } of given) {
      if (decision.at >= from) yield archivedDecision(decision, body, contents);
    }
    try {
      yield* newestFirst(folder, from, Number.POSITIVE_INFINITY);
    } catch (error) {
      if (!(error instanceof ArchiveError)) throw error;
      this.unread = true;
    }
  }
}
