/** What results are called by afterwards: the flow, and those of its nodes that are called otherwise now. */
export interface RenamedFlow {
  from: string;
  to: string;
  /** New ids of nodes. Without it all nodes keep theirs; a node that is not in it goes on being called by the old flow. */
  nodes?: ReadonlyMap<string, string>;
}

/**
 * A block's params (or anything in them) with references to results `FLOW.NODE[.OUTPUT]` renamed, wherever they stand: facts of
 * conditions, placeholders of texts, expressions. Answers a copy.
 */
export function renameResults<Value>(value: Value, { from, to, nodes }: RenamedFlow): Value {
  const reference = new RegExp(`(?<![\\w.-])${from}\\.([a-z0-9][A-Za-z0-9_-]{0,63})(?![\\w-])`, 'g');
  const renamed = (text: string): string =>
    text.replace(reference, (whole, node: string) => {
      const now = nodes === undefined ? node : nodes.get(node);
      return now === undefined ? whole : `${to}.${now}`;
    });
  const walk = (one: unknown): unknown => {
    if (typeof one === 'string') return renamed(one);
    if (Array.isArray(one)) return one.map(walk);
    if (typeof one !== 'object' || one === null) return one;
    return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, walk(inner)]));
  };
  return walk(value) as Value;
}
