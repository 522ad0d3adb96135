import type { AlertView } from '../../../rules-library/contract/alerts.ts';

/** The rule on the canvas with the path of this decision lit. */
export function ruleAddress(source: NonNullable<AlertView['source']>): string {
  const query = new URLSearchParams({ node: source.node, decision: source.decision });
  return `/rules/${encodeURIComponent(source.flow)}?${query.toString()}`;
}
