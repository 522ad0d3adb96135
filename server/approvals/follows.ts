import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Language, Text } from '../../rules-library/schema/text.ts';
import { plainText, sentenceOfNode } from '../../rules-library/sentences/index.ts';
import type { ActiveRelease } from '../releases/active-release.ts';

type Follows = ApprovalView['follows'];

const known = new WeakMap<ActiveRelease, Map<string, Follows>>();

/** What a drawing does by each outcome of one of its nodes, in words and in the order of the rules. */
export function followsOf(release: ActiveRelease, flowId: string, nodeId: string, zone: string): Follows {
  let ofRelease = known.get(release);
  if (ofRelease === undefined) known.set(release, (ofRelease = new Map()));
  const key = `${flowId}/${nodeId} ${zone}`;
  let follows = ofRelease.get(key);
  if (follows === undefined) ofRelease.set(key, (follows = read(release, flowId, nodeId, zone)));
  return follows;
}

function read(release: ActiveRelease, flowId: string, nodeId: string, zone: string): Follows {
  const flow = release.content.flows.find((one) => one.flow.id === flowId)?.flow;
  const node = flow?.nodes.find(({ id }) => id === nodeId);
  const block = vocabulary.blocks.get(node?.kind ?? '');
  const params = block?.params.safeParse(node?.params);
  if (flow === undefined || block === undefined || params?.success !== true) return [];
  return block.ports(params.data).map(({ id: port, label }) => {
    const nodes = release.rules.flatMap(({ id }) => {
      const entry = release.sourceMap[id];
      if (entry?.flow !== flowId || entry.stage !== `${nodeId}:${port}`) return [];
      const follows = flow.nodes.find((one) => one.id === entry.node);
      // A check's own rule says what happens where data is missing: no plan.
      const category = vocabulary.blocks.get(follows?.kind ?? '')?.category;
      return follows === undefined || category === 'check' ? [] : [follows];
    });
    const face = (language: Language): string[] =>
      nodes.map((one) => plainText(sentenceOfNode(one, flow, language, vocabulary, { zone })));
    const [zh, en] = [face('zh'), face('en')];
    return { port, label, texts: zh.map((text, index): Text => ({ zh: text, en: en[index]! })) };
  });
}
