/** `FLOW/NODE` of rules made from drawings, whose ids are `FLOW[/NODE:PORT]/NODE`; of others nothing. */
export function nodesOf(rules: readonly string[]): string[] {
  const nodes = rules.flatMap((id) => {
    const parts = id.split('/');
    return parts.length < 2 ? [] : [`${parts[0]}/${parts.at(-1)!.split(':')[0]}`];
  });
  return [...new Set(nodes)];
}
