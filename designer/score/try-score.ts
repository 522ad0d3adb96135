import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Condition } from '../../rules-library/schema/condition.ts';
import { factsOf } from '../../rules-library/schema/facts-of.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import { compileFlow, compileRules } from '../../runtime/index.ts';

export interface ScoreRow {
  id: string;
  conditions: Condition;
  points: number;
}

/** What a score card makes of an order. */
export interface Tried {
  /** Undefined: not known. */
  score: number | undefined;
  band: string | undefined;
  /** Ids of the lines that hold. */
  holding: ReadonlySet<string>;
}

/** Facts the lines ask for, each once, in their order. */
export function factsOfRows(rows: readonly ScoreRow[]): string[] {
  return [...new Set(rows.flatMap(({ conditions }) => factsOf(conditions)))];
}

/** The score card of a block as it would be calculated; undefined while it cannot be. `flow` holds what it reads from. */
export function scoreCard(
  flow: Flow,
  node: string,
  vocabulary: Vocabulary,
): ((facts: Facts) => Tried) | undefined {
  const name = `${flow.id}.${node}`;
  const { derived } = compileFlow(flow, vocabulary);
  const score = derived.find(({ id }) => id === `${name}.score`);
  const drawn = flow.nodes.find(({ id }) => id === node)?.params.rows as ScoreRow[] | undefined;
  if (score === undefined || drawn === undefined) return undefined;
  const program = compileRules([], { derived });
  const lines = compileRules(
    (score.with.rows as { conditions: Condition }[]).map(({ conditions }, index) => ({
      id: drawn[index]!.id,
      conditions: { all: [conditions] } as never,
      event: { type: 'line' },
    })),
    { derived },
  );
  return (facts) => {
    const prepared = program.prepare(facts);
    const points = prepared[`${name}.score`];
    const band = prepared[`${name}.band`];
    return {
      score: typeof points === 'number' ? points : undefined,
      band: typeof band === 'string' ? band : undefined,
      holding: new Set(lines.evaluate(facts).events.map(({ ruleId }) => ruleId)),
    };
  };
}
