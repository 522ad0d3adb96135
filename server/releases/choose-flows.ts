import type { ReleaseRow } from '../../rules-library/contract/releases.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { drawingOf, type StoredFlow } from '../flows/stored-flow.ts';
import type { ReleaseFlow } from './build-release.ts';

type Change = ReleaseRow['flows'][number]['change'];

export interface ChosenFlow {
  flow: Flow;
  version: number;
  change: Change;
}

/**
 * The flows of the next release: those of the active one, replaced by the chosen drafts. Without a choice every draft whose
 * logic differs from what is live is taken.
 */
export function chooseFlows(
  live: readonly ReleaseFlow[],
  drafts: readonly StoredFlow[],
  chosen: readonly string[] | undefined,
): ChosenFlow[] {
  const byId = new Map(live.map((one) => [one.flow.id, one]));
  const next = new Map<string, ChosenFlow>(
    live.map(({ flow, version }) => [flow.id, { flow, version, change: 'same' }]),
  );
  for (const draft of drafts) {
    if (chosen !== undefined && !chosen.includes(draft._id)) continue;
    const known = byId.get(draft._id);
    if (known?.logicHash === draft.logicHash) continue;
    next.set(draft._id, {
      flow: drawingOf(draft),
      version: draft.version,
      change: known === undefined ? 'new' : 'changed',
    });
  }
  return [...next.values()];
}
