/** The rule on the canvas, with the path of a decision lit if one is given. */
export function ruleAddress(flow: string, node: string, decision: string | null): string {
  const query = new URLSearchParams({ node, ...(decision === null ? {} : { decision }) });
  return `/rules/${encodeURIComponent(flow)}?${query.toString()}`;
}

/** Where a rule was drawn: ids of rules are `FLOW/NODE`, with the stage between them where there is one. */
export function placeOfRule(rule: string): { flow: string; node: string } {
  const parts = rule.split('/');
  return { flow: parts[0] ?? '', node: parts.at(-1) ?? '' };
}
