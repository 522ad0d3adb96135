import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { portsOf } from './ports.ts';

/** Numbers of the nodes as one reads a drawing: from the trigger down, level by level; loose ones last, notes without. */
export function readingOrder(flow: Flow, vocabulary: Vocabulary): ReadonlyMap<string, number> {
  const category = (kind: string) => vocabulary.blocks.get(kind)?.category;
  const nodes = new Map(flow.nodes.map((node) => [node.id, node]));
  const numbers = new Map<string, number>();
  const waiting = flow.nodes.filter(({ kind }) => category(kind) === 'trigger').map(({ id }) => id);
  const seen = new Set(waiting);
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    numbers.set(id, numbers.size + 1);
    const node = nodes.get(id)!;
    const ports = portsOf(node, vocabulary).map((port) => port.id);
    const out = flow.edges
      .filter(({ from, to }) => from.node === id && nodes.has(to))
      .sort((a, b) => ports.indexOf(a.from.port) - ports.indexOf(b.from.port) || a.order - b.order);
    for (const { to } of out) {
      if (seen.has(to)) continue;
      seen.add(to);
      waiting.push(to);
    }
  }
  for (const { id, kind } of flow.nodes) {
    if (!numbers.has(id) && category(kind) !== 'note') numbers.set(id, numbers.size + 1);
  }
  return numbers;
}
