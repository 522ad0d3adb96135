import type { ExplanationView } from '../../rules-library/contract/orders.ts';
import type { Text } from '../../rules-library/schema/text.ts';

type Rule = ExplanationView['rules'][number];

/** Rules of one flow with the same conditions and outcome, told once: what each would do stands together. */
export interface ToldRule extends Pick<Rule, 'flow' | 'flowName' | 'node' | 'state' | 'conditions' | 'flip'> {
  key: string;
  does: Text[];
}

const rank: Record<Rule['state'], number> = { matched: 0, unknown: 1, not: 2, 'not-reached': 3 };

/** What is worth reading first: hits, then what lacked data, then near misses, then the rest. */
export function toldRules(rules: readonly Rule[]): { telling: ToldRule[]; rest: ToldRule[] } {
  const groups = new Map<string, ToldRule>();
  for (const { rule, flow, flowName, node, state, conditions, flip, text } of rules) {
    const key = JSON.stringify([
      flow,
      state,
      conditions.map((one) => [one.state, one.text.zh]),
      flip?.zh ?? null,
    ]);
    const known = groups.get(key);
    if (known === undefined)
      groups.set(key, { key: rule, flow, flowName, node, state, conditions, flip, does: [text] });
    else if (!known.does.some(({ zh }) => zh === text.zh)) known.does.push(text);
  }
  const told = [...groups.values()].sort((a, b) => rank[a.state] - rank[b.state]);
  const telling = told.filter((rule) => rule.state === 'matched' || rule.state === 'unknown' || isNear(rule));
  return { telling, rest: told.filter((rule) => !telling.includes(rule)) };
}

/** One changed value would have made it match. */
function isNear({ state, conditions, flip }: ToldRule): boolean {
  return (
    state === 'not' && flip !== null && conditions.filter(({ state: one }) => one !== 'true').length === 1
  );
}
