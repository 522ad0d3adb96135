import type { BlockDefinition } from '../../rules-library/define/block.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { subjectLabel } from './subjects.ts';
import { portsOf, takesInput } from './ports.ts';

export interface Join {
  from: { node: string; port: string };
  to: string;
}

/** Why two blocks cannot be joined so, in a sentence with the way round; undefined when they can. */
export function joinRefusal(flow: Flow, vocabulary: Vocabulary, { from, to }: Join): Text | undefined {
  const source = flow.nodes.find(({ id }) => id === from.node);
  const target = flow.nodes.find(({ id }) => id === to);
  if (source === undefined || target === undefined) {
    return { zh: '这块积木已经不在了。', en: 'This block is no longer there.' };
  }
  if (from.node === to) {
    return {
      zh: '不能接回自己，请接到另一块积木。',
      en: 'A block cannot lead to itself. Join it to another one.',
    };
  }
  const block = vocabulary.blocks.get(target.kind);
  if (block === undefined || !portsOf(source, vocabulary).some(({ id }) => id === from.port)) {
    return { zh: '这里接不上，请换一个出口或积木。', en: 'This does not fit. Take another exit or block.' };
  }
  const kind = kindRefusal(flow, vocabulary, block);
  if (kind !== undefined) return kind;
  if (flow.edges.some((edge) => isSameJoin(edge, { from, to }))) {
    return { zh: '这两块已经这样接好了。', en: 'These two are joined like this already.' };
  }
  if (leadsTo(flow, to, from.node)) {
    return {
      zh: '接上会绕成一个圈，规则走不出来。请接到后面的积木。',
      en: 'This would go round in a circle and never end. Join it to a block further on.',
    };
  }
  return undefined;
}

/** Why a block of this kind can follow nothing, or nothing in this flow. */
export function kindRefusal(flow: Flow, vocabulary: Vocabulary, block: BlockDefinition): Text | undefined {
  const { label } = block;
  if (block.category === 'trigger') {
    return {
      zh: '触发是开头，前面不能再接积木。',
      en: 'A trigger is where a flow begins. Nothing leads into it.',
    };
  }
  if (!takesInput(block)) {
    return {
      zh: `「${label.zh}」只是给人看的，不用连线。`,
      en: `"${label.en}" is for people to read and takes no part. It needs no join.`,
    };
  }
  const subject = triggerOf(flow, vocabulary)?.subject;
  if (block.follows === undefined || subject === undefined || block.follows.includes(subject))
    return undefined;
  const [given, needed] = [subjectLabel(subject), subjectLabel(block.follows[0]!)];
  return {
    zh: `「${label.zh}」要对${needed.zh}操作，这个触发给的是${given.zh}。请换触发，或换一块积木。`,
    en: `"${label.en}" acts on ${needed.en}, this trigger gives ${given.en}. Change the trigger or take another block.`,
  };
}

/** The block of the flow's trigger, if it has one. */
export function triggerOf(flow: Flow, vocabulary: Vocabulary): BlockDefinition | undefined {
  for (const { kind } of flow.nodes) {
    const block = vocabulary.blocks.get(kind);
    if (block?.category === 'trigger') return block;
  }
  return undefined;
}

function isSameJoin(edge: Join, { from, to }: Join): boolean {
  return edge.from.node === from.node && edge.from.port === from.port && edge.to === to;
}

/** Whether one can walk from a node to another along the joins. */
function leadsTo({ edges }: Flow, start: string, end: string): boolean {
  const seen = new Set([start]);
  const waiting = [start];
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node === end) return true;
    for (const { from, to } of edges) {
      if (from.node !== node || seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  return false;
}
