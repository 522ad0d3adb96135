import type { Facts } from '../../rules-library/schema/rule.ts';
import { compileRules, type RuleProgram } from '../../runtime/index.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

const programs = new WeakMap<ActiveRelease, Map<string, RuleProgram>>();
/** What the first event said of a change cannot be read again later. */
const ofEvent = 'change.';

/** What later stages of a flow read of this one: results of its blocks, those of stages before among them. */
export function keptFacts(release: ActiveRelease, flow: string, facts: Facts): Facts {
  const prefix = `${flow}.`;
  const prepared = resultsOf(release, flow, prefix).prepare(facts);
  return Object.fromEntries(
    Object.entries(prepared).filter(([id]) => id.startsWith(prefix) || id.startsWith(ofEvent)),
  );
}

/** A program of the flow's calculations alone: it works all of them out, read by a rule of this stage or not. */
function resultsOf(release: ActiveRelease, flow: string, prefix: string): RuleProgram {
  let known = programs.get(release);
  if (known === undefined) programs.set(release, (known = new Map()));
  let program = known.get(flow);
  if (program === undefined) {
    const derived = release.content.derived.filter(({ id }) => id.startsWith(prefix));
    known.set(flow, (program = compileRules([], { derived })));
  }
  return program;
}
