import type { FlowRow, FlowView } from '../../rules-library/contract/flows.ts';
import type { Flow, Problem } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** A draft as stored. The drawing is kept as JSON text: its keys may hold dots, and its order stays as it was drawn. */
export interface StoredFlow {
  _id: string;
  rev: number;
  /** Raised by one with each save that changes something. */
  version: number;
  body: string;
  /** Hash of the whole drawing, layout and cases included. */
  hash: string;
  logicHash: string;
  savedAt: number;
  savedBy: string;
  savedByName: Text;
  [field: string]: unknown;
}

/** What is live of a flow: the active release and the logic it holds. */
export interface LiveFlow {
  release: number;
  logicHash: string;
}

export function drawingOf(stored: StoredFlow): Flow {
  return JSON.parse(stored.body) as Flow;
}

function stateOf(stored: StoredFlow, live: LiveFlow | undefined): FlowRow['state'] {
  if (live === undefined) return 'draft';
  return live.logicHash === stored.logicHash ? 'live' : 'changed';
}

/** One line of the list of flows. */
export function flowRow(
  stored: StoredFlow,
  live: LiveFlow | undefined,
  problems: readonly Problem[],
  isTrigger: (kind: string) => boolean,
): FlowRow {
  const flow = drawingOf(stored);
  return {
    id: stored._id,
    name: flow.name,
    rank: flow.rank,
    version: stored.version,
    savedAt: new Date(stored.savedAt).toISOString(),
    savedBy: stored.savedByName,
    state: stateOf(stored, live),
    liveRelease: live?.release ?? null,
    trigger: flow.nodes.find((node) => isTrigger(node.kind))?.kind ?? null,
    errors: problems.filter(({ level }) => level === 'error').length,
    warnings: problems.filter(({ level }) => level === 'warning').length,
    nodeCount: flow.nodes.length,
  };
}

/** The drawing with its version, and what is wrong with it. */
export function flowView(stored: StoredFlow, live: LiveFlow | undefined, problems: Problem[]): FlowView {
  return {
    flow: drawingOf(stored),
    version: stored.version,
    savedAt: new Date(stored.savedAt).toISOString(),
    savedBy: stored.savedByName,
    state: stateOf(stored, live),
    liveRelease: live?.release ?? null,
    problems,
  };
}
