import { testsOf, type Formula, type Goal } from '../solve/formula.ts';
import { isImpossible } from '../solve/solve.ts';
import type { Analysis } from './analysis.ts';
import type { AnalysedRule } from './analysed-rule.ts';
import { conjuncts } from './core.ts';
import type { Finding, ProofPart } from './finding.ts';
import { nodesOf } from './nodes.ts';
import { proofOf } from './proof.ts';
import type { Undecided } from './undecided.ts';
import { fill, formulaWords, listWords, ruleWords } from './words.ts';

/** Rules that can never fire, and alternatives within rules that can never hold. */
export function reachFindings(analysis: Analysis, undecided: Undecided): Finding[] {
  const told = new Set<string>();
  return analysis.rules.flatMap((rule) => {
    // What the compiler made for missing data is not anybody's drawing.
    if (rule.forMissing) return [];
    const verdict = analysis.solve([rule]);
    if (verdict.kind === 'impossible') return [unreachable(rule, analysis)];
    if (verdict.kind === 'undecided') {
      undecided.add([rule], verdict.why);
      // Where following every way is too much, doing it for each alternative would be all the more.
      if (verdict.why === 'too-much') return [];
    }
    return deadAlternatives(rule, analysis, told);
  });
}

function unreachable(rule: AnalysedRule, analysis: Analysis): Finding {
  const { vocabulary } = analysis;
  const literals = analysis.literalsFor([rule]);
  const proof = proofOf(analysis.goalsOf([rule]), literals, vocabulary);
  return {
    kind: 'unreachable',
    level: 'warning',
    rules: [rule.rule.id],
    nodes: nodesOf([rule.rule.id]),
    text: fill(
      { zh: '{0}永远不会命中：{1}', en: '{0} can never fire: {1}' },
      ruleWords(rule.rule, analysis),
      becauseOf(proof),
    ),
    cure: {
      zh: '改掉其中一个条件，或删去这条规则',
      en: 'Change one of these conditions, or remove the rule',
    },
    witness: null,
    proof,
  };
}

function becauseOf(proof: readonly ProofPart[]): Finding['text'] {
  const parts = listWords(proof.map(({ text }) => text));
  return proof.length === 1
    ? fill({ zh: '{0}永远不成立', en: '{0} never holds' }, parts)
    : fill({ zh: '{0}互相矛盾', en: '{0} exclude each other' }, parts);
}

/** Parts of an `any` that cannot hold together with the rest of the rule; of drawings those drawn in one node. */
function deadAlternatives(rule: AnalysedRule, analysis: Analysis, told: Set<string>): Finding[] {
  const { vocabulary } = analysis;
  const literals = analysis.literalsFor([rule]);
  const goals = analysis.goalsOf([rule]);
  return choicesOf(rule.formula).flatMap((part) => {
    const together: Goal[] = [...goals, { formula: part, wanted: true }];
    if (!isImpossible(together, literals)) return [];
    const proof = proofOf(together, literals, vocabulary);
    const key = proof.map(({ text }) => text.zh).join(' ');
    if (told.has(key)) return [];
    told.add(key);
    return [
      {
        kind: 'contradiction' as const,
        level: 'warning' as const,
        rules: [rule.rule.id],
        nodes: nodesOf([rule.rule.id]),
        text: fill(
          {
            zh: '{0}里的{1}没有用：{2}',
            en: 'In {0}, the alternative {1} is of no use: {2}',
          },
          ruleWords(rule.rule, analysis),
          formulaWords(part, vocabulary),
          becauseOf(proof),
        ),
        cure: {
          zh: '删去这个分支，或改掉其中一个条件',
          en: 'Remove this alternative, or change one of these conditions',
        },
        witness: null,
        proof,
      },
    ];
  });
}

/** Alternatives a person wrote: all of one node, or without a name. */
function choicesOf(formula: Formula): Formula[] {
  return conjuncts({ formula, wanted: true }).flatMap(({ formula: choice, wanted }) => {
    if (choice.kind !== 'any' || !wanted) return [];
    const nodes = testsOf(choice).map(({ name }) => name?.split('/')[0]);
    const named = nodes.filter((node) => node !== undefined);
    return new Set(named).size <= 1 ? choice.parts : [];
  });
}
