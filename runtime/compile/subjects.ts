import type { BlockPlan, SubjectKind } from '../../rules-library/define/block.ts';
import { entry } from './dominators.ts';
import type { Graph, PlacedNode } from './graph.ts';
import type { Problems } from './problems.ts';

/** What a node is decided about: the trigger's subject, or the item of the nearest block before it that goes through many. */
export class Subjects {
  private readonly known = new Map<string, SubjectKind | undefined>();

  constructor(
    private readonly graph: Graph,
    private readonly plans: ReadonlyMap<string, BlockPlan>,
    private readonly problems: Problems,
  ) {}

  of(id: string): SubjectKind | undefined {
    return this.known.get(id);
  }

  /** Finds the subject of a node all of whose predecessors are known; joins of different subjects are a problem. */
  enter(id: string): SubjectKind | undefined {
    const incoming = (this.graph.into.get(id) ?? []).filter(({ from }) => this.known.has(from.node));
    const given = new Set(incoming.map(({ from }) => this.behind(from.node, from.port)));
    if (given.size > 1) {
      this.problems.error(
        'two-subjects',
        {
          zh: '有的路走到这里是一种对象，有的是另一种，请分开画',
          en: 'Some ways here are about one thing and some about another; draw them apart',
        },
        { node: id },
      );
    }
    const [first] = given;
    this.known.set(id, first);
    return first;
  }

  begin(trigger: string, subject: SubjectKind | undefined): void {
    this.known.set(trigger, subject);
  }

  private behind(node: string, port: string): SubjectKind | undefined {
    const plan = this.plans.get(node);
    const item = plan?.role === 'action' ? plan.subjects?.[port] : undefined;
    return item ?? this.known.get(node);
  }
}

/**
 * A block acts on the subject at hand, on what it names itself, or on what a block gives that stands before it on every way; one
 * that needs anything else cannot stand here.
 */
export function checkTarget(
  graph: Graph,
  { node, block, params }: PlacedNode,
  subject: SubjectKind | undefined,
  dominators: ReadonlyMap<string, string>,
  problems: Problems,
): void {
  const { follows } = block;
  if (follows === undefined || subject === undefined || follows.includes(subject)) return;
  if (typeof params === 'object' && params !== null && 'target' in params && params.target !== undefined)
    return;
  for (let at = dominators.get(node.id); at !== undefined && at !== entry; at = dominators.get(at)) {
    const { gives } = graph.nodes.get(at)!.block;
    if (gives !== undefined && follows.includes(gives)) return;
  }
  problems.error(
    'no-target',
    {
      zh: `「${block.label.zh}」要有操作对象，这个触发给不了，请换触发或换积木`,
      en: `"${block.label.en}" needs something to act on that this trigger does not give; change one of them`,
    },
    { node: node.id },
  );
}
