import type { AlertView } from '../../rules-library/contract/alerts.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

type Source = Omit<NonNullable<AlertView['source']>, 'decision'>;

const sources = new WeakMap<ActiveRelease, Map<string, Source>>();

/** Where a rule stands in the drawing, and the nodes on its way: what an alert shows as the lit path. */
export function sourceOfRule(release: ActiveRelease, rule: string): Source | null {
  let known = sources.get(release);
  if (known === undefined) sources.set(release, (known = new Map()));
  const before = known.get(rule);
  if (before !== undefined) return before;
  const entry = release.sourceMap[rule];
  const flow = entry === undefined ? undefined : release.flows.get(entry.flow);
  if (entry === undefined || flow === undefined) return null;
  const source: Source = {
    release: release.number,
    flow: entry.flow,
    flowName: flow.name,
    node: entry.node,
    path: entry.path.map((node) => ({ node, label: labelOf(release, entry.flow, node) })),
  };
  known.set(rule, source);
  return source;
}

function labelOf(release: ActiveRelease, flow: string, id: string): Text {
  const node = release.flows.get(flow)?.nodes.get(id);
  const block = node === undefined ? undefined : vocabulary.blocks.get(node.kind);
  return node?.title ?? block?.label ?? { zh: id, en: id };
}
