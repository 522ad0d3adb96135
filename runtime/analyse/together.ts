import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { isImpossible } from '../solve/solve.ts';
import type { Analysis } from './analysis.ts';
import type { AnalysedRule } from './analysed-rule.ts';
import { clashGroups, clashOf, type Clash } from './clash.ts';
import type { Finding } from './finding.ts';
import { nodesOf } from './nodes.ts';
import { meetingPairs } from './pairs.ts';
import type { Undecided } from './undecided.ts';
import { factsWords, fill, ruleWords } from './words.ts';

/** Most findings about pairs; where there are more, one mends the first and looks again. */
export const mostPairs = 500;

/** Most solutions tried to show that two rules fire together. */
const tries = 8;

/** Rules that fire together with effects that do not go together, each with an order that shows it. */
export function togetherFindings(analysis: Analysis, undecided: Undecided): Finding[] {
  const findings: Finding[] = [];
  const seen = new Set<string>();
  const matters = (first: AnalysedRule, second: AnalysedRule): boolean => {
    const clash = clashOf(first, second);
    return (
      clash !== undefined && (clash.kind !== 'same' || mayImply(first, second) || mayImply(second, first))
    );
  };
  for (const group of clashGroups(analysis.rules)) {
    for (const [first, second] of meetingPairs(group, matters)) {
      if (findings.length >= mostPairs) return [...findings, more()];
      const key = `${first.index} ${second.index}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const clash = clashOf(first, second)!;
      const finding =
        clash.kind === 'same'
          ? redundant(first, second, analysis)
          : clashing(first, second, clash, analysis, undecided);
      if (finding !== undefined) findings.push(finding);
    }
  }
  return findings;
}

function clashing(
  first: AnalysedRule,
  second: AnalysedRule,
  clash: Exclude<Clash, { kind: 'same' }>,
  analysis: Analysis,
  undecided: Undecided,
): Finding | undefined {
  const verdict = analysis.solve([first, second], tries);
  if (verdict.kind === 'undecided') undecided.add([first, second], verdict.why);
  if (verdict.kind !== 'shown') return undefined;
  return {
    kind: clash.kind,
    level: 'warning',
    ...about(first, second),
    text: fill(
      textOf(clash),
      ruleWords(first.rule, analysis),
      ruleWords(second.rule, analysis),
      factsWords(verdict.facts, analysis.vocabulary),
    ),
    cure: {
      zh: '让两条规则的条件互相排除，或只留一个动作；要保留现状，就把这个例子存为案例',
      en: 'Make their conditions exclude each other, or keep one action; to keep it so, save the example as a case',
    },
    witness: verdict.facts,
  };
}

function about(first: AnalysedRule, second: AnalysedRule): Pick<Finding, 'rules' | 'nodes'> {
  const rules = [first.rule.id, second.rule.id];
  return { rules, nodes: nodesOf(rules) };
}

function textOf(clash: Exclude<Clash, { kind: 'same' }>): Text {
  if (clash.kind === 'overlap') {
    return {
      zh: '{0}和{1}会一起命中，只执行先命中的前一个，后一个被覆盖。例如：{2}',
      en: '{0} and {1} fire together; the first takes place, the second is overridden. For example: {2}',
    };
  }
  if (clash.winner === 'both') {
    return {
      zh: '{0}和{1}会一起命中，两个动作互相抵消。例如：{2}',
      en: '{0} and {1} fire together and undo each other. For example: {2}',
    };
  }
  return clash.winner === 'first'
    ? {
        zh: '{0}和{1}会一起命中，前一个会挡住后一个。例如：{2}',
        en: '{0} and {1} fire together; the first keeps the second from taking place. For example: {2}',
      }
    : {
        zh: '{0}和{1}会一起命中，后一个会挡住前一个。例如：{2}',
        en: '{0} and {1} fire together; the second keeps the first from taking place. For example: {2}',
      };
}

/** Whether single facts allow that whenever the one fires the other does: it looks at no fact the one leaves open. */
function mayImply({ facts: one }: AnalysedRule, { facts: other }: AnalysedRule): boolean {
  return [...other].every((fact) => one.has(fact));
}

/** The same effect, and one fires only where the other does too. */
function redundant(first: AnalysedRule, second: AnalysedRule, analysis: Analysis): Finding | undefined {
  const idle = [
    [second, first],
    [first, second],
  ].find(
    ([narrow, wide]) =>
      !narrow!.forMissing &&
      mayImply(narrow!, wide!) &&
      isImpossible(
        analysis.goalsOf([narrow!], [{ formula: wide!.formula, wanted: false }]),
        analysis.literalsFor([narrow!, wide!]),
      ),
  ) as [AnalysedRule, AnalysedRule] | undefined;
  if (idle === undefined) return undefined;
  const shown: Facts | undefined = witnessOf(analysis, idle);
  if (shown === undefined) return undefined;
  const [narrow, wide] = idle;
  return {
    kind: 'redundant',
    level: 'info',
    ...about(narrow, wide),
    text: fill(
      {
        zh: '{0}是多余的：它命中时，{1}也会命中，做同样的事。例如：{2}',
        en: '{0} is not needed: whenever it fires, {1} fires too and does the same. For example: {2}',
      },
      ruleWords(narrow.rule, analysis),
      ruleWords(wide.rule, analysis),
      factsWords(shown, analysis.vocabulary),
    ),
    cure: { zh: '可以删去多余的一条', en: 'Remove the one that is not needed' },
    witness: shown,
  };
}

function witnessOf(analysis: Analysis, rules: readonly AnalysedRule[]): Facts | undefined {
  const verdict = analysis.solve(rules, tries);
  return verdict.kind === 'shown' ? verdict.facts : undefined;
}

function more(): Finding {
  return {
    kind: 'undecided',
    level: 'info',
    rules: [],
    nodes: [],
    text: {
      zh: `规则之间的重叠超过 ${mostPairs} 处，只列出这些`,
      en: `There are more than ${mostPairs} overlaps of rules; only these are listed`,
    },
    cure: { zh: '先处理已列出的，再重新检查', en: 'Mend the listed ones, then look again' },
    witness: null,
  };
}
