import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { resultsOfFlow } from '../../rules-library/results/results-of.ts';
import { scopesOf } from '../editor/subjects.ts';

/** Headings of the picker, by the first part of a fact's id. */
const topics: Record<string, Text> = {
  results: { zh: '本流结果', en: 'Results of this flow' },
  order: { zh: '订单', en: 'Order' },
  payment: { zh: '付款', en: 'Payment' },
  customer: { zh: '客户', en: 'Customer' },
  repairShop: { zh: '维修厂', en: 'Repair shop' },
  vehicle: { zh: '车辆', en: 'Vehicle' },
  shipTo: { zh: '收货地', en: 'Delivery address' },
  line: { zh: '明细', en: 'Line' },
  stock: { zh: '库存', en: 'Stock' },
  delivery: { zh: '交付', en: 'Delivery' },
  rush: { zh: '加急', en: 'Rush' },
  change: { zh: '改动', en: 'Change' },
  actor: { zh: '操作人', en: 'Who acts' },
  clock: { zh: '时间', en: 'Time' },
  season: { zh: '特殊时期', en: 'Season' },
};
const other: Text = { zh: '其他', en: 'Other' };

export interface FactTopic {
  topic: string;
  label: Text;
  facts: readonly FactDefinition[];
}

/** The events the flow's trigger listens to. */
export function eventsOf(flow: Flow, vocabulary: Vocabulary): string[] {
  for (const node of flow.nodes) {
    const block = vocabulary.blocks.get(node.kind);
    if (block?.category !== 'trigger') continue;
    const read = block.params.safeParse(node.params);
    if (!read.success) return [block.kind];
    const plan = block.compile(read.data as never, {
      flow: flow.id,
      node: node.id,
      result: `${flow.id}.${node.id}`,
      matchedLines: undefined,
    });
    return plan.role === 'trigger' ? plan.events : [];
  }
  return [];
}

/** Facts that the flow's trigger can give, what its blocks calculate, and those of a line within a line condition. */
export function factsFor(flow: Flow, vocabulary: Vocabulary, lines: boolean): FactDefinition[] {
  const trigger = flow.nodes
    .map(({ kind }) => vocabulary.blocks.get(kind))
    .find((block) => block?.category === 'trigger');
  const scopes = scopesOf(trigger?.subject, eventsOf(flow, vocabulary));
  if (lines) scopes.add('line');
  const given = [...vocabulary.facts.values()].filter(
    ({ scope, hidden }) => hidden !== true && scopes.has(scope),
  );
  const offered = [...given, ...resultsOfFlow(flow, vocabulary)];
  // Within a line condition the line's own come first.
  return lines
    ? offered.toSorted((a, b) => Number(b.scope === 'line') - Number(a.scope === 'line'))
    : offered;
}

/** What new conditions begin with, most wanted first. */
const usual = {
  order: ['order.total', 'customer.tier', 'payment.status', 'order.channel', 'shipTo.province'],
  line: ['line.quantity', 'line.goodsClass', 'line.amount', 'line.sku'],
};

/** A fact to begin a new condition with: a usual one that is not used yet. */
export function nextFact(
  facts: readonly FactDefinition[],
  lines: boolean,
  used: ReadonlySet<string>,
): FactDefinition | undefined {
  const wanted = lines ? usual.line : usual.order;
  const free = facts.filter(({ id }) => !used.has(id));
  const [first] = wanted.flatMap((id) => free.find((fact) => fact.id === id) ?? []);
  return first ?? factTopics(free)[0]?.facts[0] ?? facts[0];
}

/** A fact of the vocabulary, or what a block of this flow calculates. */
export function factOf(id: string, flow: Flow, vocabulary: Vocabulary): FactDefinition | undefined {
  return vocabulary.facts.get(id) ?? resultsOfFlow(flow, vocabulary).find((fact) => fact.id === id);
}

/** The same by topic, for the picker; results of the flow have one of their own. */
export function factTopics(facts: readonly FactDefinition[], flow?: string): FactTopic[] {
  const byTopic = new Map<string, FactDefinition[]>();
  for (const fact of facts) {
    const first = fact.id.split('.', 1)[0]!;
    const topic = first === flow ? 'results' : first;
    byTopic.set(topic, [...(byTopic.get(topic) ?? []), fact]);
  }
  const known = Object.keys(topics);
  const place = (topic: string): number => {
    // Within a line condition the line's own facts are what one looks for.
    if (topic === 'line') return -1;
    const index = known.indexOf(topic);
    return index === -1 ? known.length : index;
  };
  return [...byTopic]
    .sort(([one], [other]) => place(one) - place(other))
    .map(([topic, facts]) => ({ topic, label: topics[topic] ?? other, facts }));
}

/** How well a name fits what was typed: 0 is the very name, 1 begins with it, 2 holds it somewhere. */
export function fitOf(typed: string, name: string): number {
  const wanted = typed.trim().toLowerCase();
  const plain = name.toLowerCase();
  if (wanted === '' || plain === wanted) return 0;
  return plain.startsWith(wanted) ? 1 : 2;
}
