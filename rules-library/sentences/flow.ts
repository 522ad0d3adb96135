import type { Segment, SentenceContext } from '../define/sentence.ts';
import type { Vocabulary } from '../define/vocabulary.ts';
import type { Flow, FlowEdge, FlowNode } from '../schema/flow.ts';
import type { Language, Text } from '../schema/text.ts';
import { blockOf } from '../results/node-name.ts';
import { contextOf, type SentenceOptions } from './context.ts';
import { exitSegments, faceSegments, portSegments } from './node.ts';
import { bracketed, joined, joinWord, plainText, words } from './segments.ts';

/** Ways longer than this are cut by naming the check they come from. */
const longestWay = 160;

/** Most alternatives that are written out. */
const shownWays = 4;

/**
 * A drawing in sentences, one for each thing it does, in the order of reading: 「收到订单时，若 订单金额 高于 ¥5,000，就 挂起订单：信用超限」. Each
 * stands alone, so that two versions can be compared sentence by sentence.
 */
export function sentencesOf(flow: Flow, vocabulary: Vocabulary, options: SentenceOptions = {}): Text[] {
  const zh = stepsOf(flow, 'zh', vocabulary, options);
  const en = stepsOf(flow, 'en', vocabulary, options);
  return zh.map((step, index) => ({ zh: plainText(step.segments), en: plainText(en[index]!.segments) }));
}

export interface Step {
  node: string;
  segments: Segment[];
}

/** The same sentences in one language, by node, for the read-aloud view. */
export function stepsOf(
  flow: Flow,
  language: Language,
  vocabulary: Vocabulary,
  options: SentenceOptions = {},
): Step[] {
  const context = contextOf(language, vocabulary, { ...options, flow });
  const reading = new Reading(flow, vocabulary, context);
  return reading.order().flatMap((node) => {
    const category = blockOf(node.kind, vocabulary)?.category;
    if (category === 'trigger' || category === 'check' || category === 'note' || category === undefined)
      return [];
    return [{ node: node.id, segments: reading.sentence(node) }];
  });
}

/** One pass over a drawing. Total: a cycle or an edge into nothing, which only drafts can have, ends the way there. */
class Reading {
  private readonly nodes: ReadonlyMap<string, FlowNode>;
  private readonly incoming = new Map<string, FlowEdge[]>();
  private readonly ways = new Map<string, Segment[]>();

  constructor(
    private readonly flow: Flow,
    private readonly vocabulary: Vocabulary,
    private readonly context: SentenceContext,
  ) {
    this.nodes = new Map(flow.nodes.map((node) => [node.id, node]));
    const reached = new Set(this.order().map(({ id }) => id));
    for (const edge of flow.edges) {
      if (!reached.has(edge.from.node)) continue;
      this.incoming.set(edge.to, [...(this.incoming.get(edge.to) ?? []), edge]);
    }
  }

  /** Nodes reached from the trigger, depth first by the order of ports and edges: as one reads a drawing. */
  order(): FlowNode[] {
    const seen = new Set<string>();
    const found: FlowNode[] = [];
    const visit = (id: string): void => {
      const node = this.nodes.get(id);
      if (node === undefined || seen.has(id)) return;
      seen.add(id);
      found.push(node);
      this.outgoing(node).forEach(({ to }) => visit(to));
    };
    this.flow.nodes.filter((node) => this.isTrigger(node)).forEach(({ id }) => visit(id));
    return found;
  }

  /** 「收到订单时，若 …，就 …」. */
  sentence(node: FlowNode): Segment[] {
    const { language } = this.context;
    const trigger = this.flow.nodes.find((one) => this.isTrigger(one));
    const when = trigger === undefined ? [] : faceSegments(trigger, this.vocabulary, this.context);
    const way = this.way(node.id);
    const [comma, condition, then] = language === 'zh' ? ['，', '若 ', '就 '] : [', ', 'if ', ''];
    const does = faceSegments(node, this.vocabulary, this.context);
    return [
      ...when,
      words(comma),
      ...(way.length === 0 ? [] : [words(condition), ...way, words(comma)]),
      ...(then === '' ? [] : [words(then)]),
      ...(language === 'zh' ? does : lowerFirst(does)),
    ];
  }

  /** What has to hold for a node to be reached; nothing right after the trigger. */
  private way(id: string): Segment[] {
    const known = this.ways.get(id);
    if (known !== undefined) return known;
    // Guards against a cycle while this node's own way is being found.
    this.ways.set(id, []);
    const alternatives = (this.incoming.get(id) ?? []).map((edge) => this.wayBy(edge));
    const way = alternatives.some(({ length }) => length === 0) ? [] : this.anyOf(alternatives);
    this.ways.set(id, way);
    return way;
  }

  private anyOf(alternatives: readonly Segment[][]): Segment[] {
    const { language } = this.context;
    const [first, ...others] = alternatives;
    if (first === undefined || others.length === 0) return first ?? [];
    const shown = alternatives
      .slice(0, shownWays)
      .map((one) => (hasJoin(one, andOr) ? bracketed(one, language) : one));
    const rest = alternatives.length - shown.length;
    if (rest > 0) shown.push([words(language === 'zh' ? `另外 ${rest} 种情况` : `${rest} more ways`)]);
    return joined(shown, joinWord(language === 'zh' ? ' 或 ' : ' or '));
  }

  private wayBy({ from }: FlowEdge): Segment[] {
    const parent = this.nodes.get(from.node)!;
    const exit = exitSegments(parent, from.port, this.vocabulary, this.context);
    const before = this.way(parent.id);
    if (exit.length === 0) return before;
    const and = joinWord(this.context.language === 'zh' ? ' 且 ' : ' and ');
    const parts = [before, exit].filter(({ length }) => length > 0);
    const bracket = (part: Segment[]): Segment[] =>
      hasJoin(part, or) ? bracketed(part, this.context.language) : part;
    const way = parts.length === 1 ? exit : joined(parts.map(bracket), and);
    if (plainText(way).length <= longestWay) return way;
    return portSegments(parent, from.port, this.portLabel(parent, from.port), this.vocabulary, this.context);
  }

  private portLabel(node: FlowNode, port: string): string {
    const block = blockOf(node.kind, this.vocabulary);
    const params = block?.params.safeParse(node.params);
    const known =
      params?.success === true ? block?.ports(params.data).find(({ id }) => id === port) : undefined;
    return known?.label[this.context.language] ?? port;
  }

  private outgoing(node: FlowNode): FlowEdge[] {
    const block = blockOf(node.kind, this.vocabulary);
    const params = block?.params.safeParse(node.params);
    const ports = params?.success === true ? (block?.ports(params.data).map(({ id }) => id) ?? []) : [];
    return this.flow.edges
      .filter(({ from }) => from.node === node.id)
      .toSorted((a, b) => ports.indexOf(a.from.port) - ports.indexOf(b.from.port) || a.order - b.order);
  }

  private isTrigger(node: FlowNode): boolean {
    return blockOf(node.kind, this.vocabulary)?.category === 'trigger';
  }
}

const or = new Set(['或', 'or']);
const andOr = new Set(['且', 'and', ...or]);

/** Whether parts are joined outside brackets by one of these words. */
function hasJoin(segments: readonly Segment[], by: ReadonlySet<string>): boolean {
  let depth = 0;
  for (const { kind, text } of segments) {
    if (kind === 'text' && /^ ?[（(]$/.test(text)) depth += 1;
    if (kind === 'text' && /^[）)]$/.test(text)) depth -= 1;
    if (kind === 'join' && depth === 0 && by.has(text.trim())) return true;
  }
  return false;
}

/** Within a sentence an action begins with a small letter. */
function lowerFirst([first, ...rest]: Segment[]): Segment[] {
  if (first === undefined) return [];
  return [{ ...first, text: first.text.charAt(0).toLowerCase() + first.text.slice(1) }, ...rest];
}
