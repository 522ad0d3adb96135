import type { Condition } from '../../rules-library/schema/condition.ts';
import type { DerivedFact, Facts, JsonRule } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { lowerWhen } from '../compile/when.ts';
import { compileRules } from '../program/compile-rules.ts';
import { anyOf, testsOf, type Goal } from '../solve/formula.ts';
import { Literals } from '../solve/literal.ts';
import { scoreOutcomes } from '../solve/score.ts';
import { isImpossible, solve } from '../solve/solve.ts';
import { Variables } from '../solve/variable.ts';
import { wishesOf, type Analysis } from './analysis.ts';
import type { Finding } from './finding.ts';
import { nodeWords } from './naming.ts';
import { factsWords, fill } from './words.ts';

interface Card {
  rows: readonly { conditions: Condition; points: number }[];
  bands?: readonly { from: number; value: string }[];
}

/** Most steps on one question about a score card. */
const budget = 100_000;

/** Bands no order can come into, and orders that come into none. */
export function scoreFindings(analysis: Analysis): Finding[] {
  return analysis.derived.flatMap((derived) => {
    const { rows, bands } = derived.with as unknown as Card;
    if (derived.calculate !== 'score' || bands === undefined || bands.length === 0) return [];
    const outcomes = scoreOutcomes(derived);
    const literals = new Literals({
      variables: new Variables({ facts: analysis.vocabulary.facts, choices: 'listed' }),
      derived: analysis.derived,
    });
    for (const formula of outcomes?.when.values() ?? [])
      for (const test of testsOf(formula)) literals.of(test);
    /** The ways to a band, or to none. */
    const goalOf = (band: string | undefined): Goal => ({
      formula: anyOf(
        [...outcomes!.when]
          .filter(([name]) => !outcomes!.unsure.has(name) && outcomes!.value(name) === band)
          .map(([, when]) => when),
      ),
      wanted: true,
    });
    const ends = endsOf(rows);
    const idle = bands.filter(({ value, from }) =>
      outcomes === undefined ? isBeyond(bands, from, ends) : isImpossible([goalOf(value)], literals, budget),
    );
    const below =
      outcomes === undefined ? undefined : belowAll(goalOf(undefined), literals, rows, bands, analysis);
    return [
      ...idle.map(({ value }) =>
        finding(analysis, derived, 'unreachable', null, idleWords, [{ zh: value, en: value }]),
      ),
      ...(below === undefined
        ? []
        : [finding(analysis, derived, 'gap', below, belowWords, [factsWords(below, analysis.vocabulary)])]),
    ];
  });
}

/** The least and the most points there can be, whatever goes together. */
function endsOf(rows: Card['rows']): { least: number; most: number } {
  return {
    least: rows.reduce((total, { points }) => total + Math.min(points, 0), 0),
    most: rows.reduce((total, { points }) => total + Math.max(points, 0), 0),
  };
}

function isBeyond(
  bands: NonNullable<Card['bands']>,
  from: number,
  { least, most }: { least: number; most: number },
): boolean {
  const next = bands.map((band) => band.from).filter((other) => other > from);
  return from > most || (next.length > 0 && Math.min(...next) <= least);
}

/** Facts whose points lie below the lowest band: told by the evaluator, row by row. */
function belowAll(
  goal: Goal,
  literals: Literals,
  rows: Card['rows'],
  bands: NonNullable<Card['bands']>,
  { programs }: Analysis,
): Facts | undefined {
  const lowest = Math.min(...bands.map(({ from }) => from));
  const program = compileRules(
    rows.flatMap(({ conditions }, index): JsonRule[] => {
      const open = lowerWhen({ is: 'yes', of: conditions }, '');
      if (open === false) return [];
      return [
        { id: String(index), conditions: { all: open === true ? [] : [open] }, event: { type: 'row' } },
      ];
    }),
    { derived: programs.calculated },
  );
  const pointsOf = (facts: Facts): number =>
    program.evaluate(facts).events.reduce((total, { ruleId }) => total + rows[Number(ruleId)]!.points, 0);
  const verdict = solve([goal], literals, {
    budget,
    wishes: wishesOf,
    accept: (facts) => pointsOf(facts) < lowest,
  });
  return verdict.kind === 'shown' ? verdict.facts : undefined;
}

const idleWords = {
  text: {
    zh: '评分卡{0}的「{1}」档谁也进不了：没有哪种组合得到这样的分',
    en: 'Nobody comes into band "{1}" of score card {0}: no combination gives such points',
  },
  cure: { zh: '改这一档的起点，或改各条的分', en: 'Change where the band starts, or the points' },
};
const belowWords = {
  text: {
    zh: '评分卡{0}有落不进任何一档的分，例如：{1}',
    en: 'Score card {0} has points that fall below every band. For example: {1}',
  },
  cure: { zh: '把最低一档的起点调低', en: 'Let the lowest band start lower' },
};

function finding(
  { rules, names }: Analysis,
  { id }: DerivedFact,
  kind: Finding['kind'],
  witness: Facts | null,
  { text, cure }: { text: Text; cure: Text },
  parts: readonly Text[],
): Finding {
  const card = id.split('.').slice(0, 2).join('.');
  return {
    kind,
    level: 'warning',
    rules: rules.filter(({ facts }) => facts.has(id)).map(({ rule }) => rule.id),
    nodes: [card.replace('.', '/')],
    text: fill(text, nodeWords(card, names), ...parts),
    cure,
    witness,
  };
}
