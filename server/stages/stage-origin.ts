import type { AlertView } from '../../rules-library/contract/alerts.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Press } from '../door/handler.ts';

/** Who asked for what a stage waits for. */
export interface Requester {
  /** `person:ID`, `connector:ID`. */
  id: string;
  name: Text;
}

/** Where a stage was opened and what was known there: kept by whatever waits for its outcome. */
export interface StageOrigin {
  /** The release that opened it goes on deciding it. */
  release: number;
  flow: string;
  flowName: Text;
  node: string;
  /** Nodes on the way, for the lit path. */
  path: NonNullable<AlertView['source']>['path'];
  decision: string;
  /** Facts as JSON text: results of the flow's blocks so far, and what the first event said. */
  kept: string;
  requester: Requester | null;
}

/** Where the rule stands whose effect this press is; null for presses of others. */
export function originOf(press: Press): StageOrigin | null {
  const { source, opening, decision } = press.cause ?? {};
  if (source === null || source === undefined || opening === undefined) return null;
  return {
    release: source.release,
    flow: source.flow,
    flowName: source.flowName,
    node: source.node,
    path: source.path,
    decision: decision ?? source.decision,
    kept: JSON.stringify(opening.kept(source.flow)),
    requester: opening.requester,
  };
}
