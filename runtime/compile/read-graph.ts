import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import { explainIssue } from '../../rules-library/schema/explain-issue.ts';
import { idSchema } from '../../rules-library/schema/ids.ts';
import type { Flow, FlowEdge } from '../../rules-library/schema/flow.ts';
import { reachableFrom, topological, type Graph, type PlacedNode } from './graph.ts';
import type { Problems } from './problems.ts';

/** Reads a drawing into a graph and tells what is wrong with its shape: kinds, params, joins, trigger, circles. */
export function readGraph(flow: Flow, vocabulary: Vocabulary, problems: Problems): Graph {
  const graph: Graph = {
    flow,
    nodes: new Map(),
    out: new Map(),
    into: new Map(),
    trigger: undefined,
    order: [],
  };
  if ([...vocabulary.facts.keys()].some((fact) => fact.split('.')[0] === flow.id)) {
    problems.error('flow-id', {
      zh: `规则流编号「${flow.id}」与业务数据重名，请换一个`,
      en: `The id "${flow.id}" is also the name of business data; choose another`,
    });
  }
  checkIds(flow, problems);
  placeNodes(graph, vocabulary, problems);
  joinNodes(graph, problems);
  findTrigger(graph, vocabulary, problems);
  orderNodes(graph, problems);
  return graph;
}

/** Ids go into rule ids, results and stored decisions: only plain ones are taken. */
function checkIds({ id, nodes, edges }: Flow, problems: Problems): void {
  const text = (wrong: string): { zh: string; en: string } => ({
    zh: `编号「${wrong}」不能用，请用小写字母或数字开头的字母、数字、- 和 _`,
    en: `The id "${wrong}" cannot be used; take letters, digits, - and _, with a small letter or digit first`,
  });
  const isGood = (one: string): boolean => idSchema.safeParse(one).success;
  if (!isGood(id)) problems.error('forbidden-id', text(id));
  for (const node of nodes) {
    if (!isGood(node.id)) problems.error('forbidden-id', text(node.id), { node: node.id });
  }
  for (const edge of edges) {
    if (edge.id !== undefined && !isGood(edge.id))
      problems.error('forbidden-id', text(edge.id), { edge: edge.id });
  }
}

function placeNodes(graph: Graph, vocabulary: Vocabulary, problems: Problems): void {
  for (const node of graph.flow.nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))) {
    if (graph.nodes.has(node.id)) {
      problems.error(
        'node-twice',
        { zh: `积木编号「${node.id}」重复`, en: `Block id "${node.id}" stands twice` },
        { node: node.id },
      );
      continue;
    }
    const block = vocabulary.blocks.get(node.kind);
    const later = vocabulary.unhandled?.get(node.kind);
    if (block === undefined && later !== undefined) {
      problems.error(
        'not-handled',
        {
          zh: `这个版本还不会做「${later.label.zh}」，可以先存草稿，发布要等它上线`,
          en: `This version cannot do "${later.label.en}" yet; keep it as a draft until it comes`,
        },
        { node: node.id },
      );
      continue;
    }
    if (block === undefined) {
      problems.error(
        'unknown-block',
        {
          zh: `这个版本还没有「${node.kind}」这种积木，请换掉或等它上线`,
          en: `This version has no block "${node.kind}" yet; replace it or wait until it comes`,
        },
        { node: node.id },
      );
      continue;
    }
    if (node.version > block.version) {
      problems.error(
        'newer-block',
        {
          zh: '这块积木是用更新的版本画的，请先升级',
          en: 'This block was drawn with a newer version; upgrade first',
        },
        { node: node.id },
      );
      continue;
    }
    const read = block.params.safeParse(node.params, { reportInput: true });
    if (!read.success) {
      for (const issue of read.error.issues.slice(0, 10)) {
        const { path, message } = explainIssue(issue);
        problems.error('params', message, { node: node.id, path });
      }
      continue;
    }
    graph.nodes.set(node.id, { node, block, params: read.data, ports: block.ports(read.data) });
  }
}

function joinNodes(graph: Graph, problems: Problems): void {
  const drawn = new Set(graph.flow.nodes.map(({ id }) => id));
  for (const edge of graph.flow.edges.toSorted(compareEdges)) {
    const where = { node: edge.from.node, ...(edge.id === undefined ? {} : { edge: edge.id }) };
    if (!drawn.has(edge.from.node) || !drawn.has(edge.to)) {
      problems.error(
        'dangling-edge',
        { zh: '有一条连线的一头没有积木，请删掉它', en: 'A join leads nowhere; remove it' },
        where,
      );
      continue;
    }
    const from = graph.nodes.get(edge.from.node);
    const to = graph.nodes.get(edge.to);
    if (from === undefined || to === undefined) continue;
    if (!from.ports.some(({ id }) => id === edge.from.port)) {
      problems.error(
        'unknown-port',
        {
          zh: `没有「${edge.from.port}」这个出口，请重新连线`,
          en: `There is no exit "${edge.from.port}"; draw the join again`,
        },
        where,
      );
      continue;
    }
    if (to.block.category === 'trigger' || to.block.category === 'note') {
      problems.error(
        'no-entry',
        {
          zh: `「${to.block.label.zh}」不能接在别的积木后面`,
          en: `"${to.block.label.en}" cannot follow another block`,
        },
        { node: edge.to },
      );
      continue;
    }
    const same = (other: FlowEdge): boolean => other.from.port === edge.from.port && other.to === edge.to;
    if ((graph.out.get(edge.from.node) ?? []).some(same)) continue;
    graph.out.set(edge.from.node, [...(graph.out.get(edge.from.node) ?? []), edge]);
    graph.into.set(edge.to, [...(graph.into.get(edge.to) ?? []), edge]);
  }
}

/** A fixed order of edges, whatever the order of drawing. */
function compareEdges(one: FlowEdge, other: FlowEdge): number {
  const key = ({ from, to, order, id }: FlowEdge): string =>
    JSON.stringify([from.node, from.port, to, String(order).padStart(6, '0'), id ?? '']);
  return key(one) < key(other) ? -1 : 1;
}

function findTrigger(graph: Graph, vocabulary: Vocabulary, problems: Problems): void {
  const triggers = [...graph.nodes.values()].filter(({ block }) => block.category === 'trigger');
  const drawn = graph.flow.nodes.filter(
    ({ kind }) => (vocabulary.blocks.get(kind) ?? vocabulary.unhandled?.get(kind))?.category === 'trigger',
  );
  if (drawn.length === 0) {
    problems.error('no-trigger', {
      zh: '还没有触发积木，请先拖一个进来',
      en: 'There is no trigger yet; drag one in first',
    });
  }
  for (const { node } of triggers.slice(1)) {
    problems.error(
      'two-triggers',
      {
        zh: '一条规则流只能有一个触发积木；要听多个事件，请在第一个触发里勾选',
        en: 'A flow has one trigger; to listen to several events, choose them in the first one',
      },
      { node: node.id },
    );
  }
  graph.trigger = triggers[0];
}

function orderNodes(graph: Graph, problems: Problems): void {
  const order = topological([...graph.nodes.keys()], graph.out);
  if (order === undefined) {
    for (const id of circle(graph)) {
      problems.error(
        'cycle',
        { zh: '连线绕成了一个圈，请断开一处', en: 'The joins go round in a circle; break it somewhere' },
        { node: id },
      );
    }
    return;
  }
  if (graph.trigger === undefined) return;
  const reached = reachableFrom(graph.trigger.node.id, graph.out);
  graph.order = order.filter((id) => reached.has(id));
  // What stands behind a block that is itself wrong is told of there, not here.
  const joined = reachableFrom(graph.trigger.node.id, drawnJoins(graph.flow));
  for (const { node, block } of graph.nodes.values()) {
    if (joined.has(node.id) || block.category === 'note' || block.category === 'trigger') continue;
    problems.warning(
      'unreachable',
      { zh: '没有连到触发，永远不会走到', en: 'Not joined to the trigger: it is never reached' },
      { node: node.id },
    );
  }
}

function drawnJoins({ edges }: Flow): Map<string, FlowEdge[]> {
  const joins = new Map<string, FlowEdge[]>();
  for (const edge of edges) {
    const known = joins.get(edge.from.node);
    if (known === undefined) joins.set(edge.from.node, [edge]);
    else known.push(edge);
  }
  return joins;
}

/** Nodes that lie on some circle: they reach themselves. */
function circle(graph: Graph): string[] {
  return [...graph.nodes.keys()].filter((id) =>
    (graph.out.get(id) ?? []).some(({ to }) => reachableFrom(to, graph.out).has(id)),
  );
}

export type { PlacedNode };
