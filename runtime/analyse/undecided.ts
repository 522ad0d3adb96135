import { testsOf } from '../solve/formula.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Analysis } from './analysis.ts';
import type { AnalysedRule } from './analysed-rule.ts';
import type { Finding } from './finding.ts';
import { nodesOf } from './nodes.ts';
import { fill } from './words.ts';

type Why = 'too-much' | 'pattern' | 'facts' | 'calculation' | 'not-shown';

const reasons: Record<Why, Text> = {
  'too-much': { zh: '条件组合太多', en: 'there are too many combinations of conditions' },
  pattern: {
    zh: '用到了格式匹配等无法推算的比较',
    en: 'they use patterns or other comparisons that cannot be reasoned about',
  },
  facts: { zh: '两项业务数据互相比较', en: 'they compare business data with each other' },
  calculation: { zh: '用到了计算结果', en: 'they use results of calculations' },
  'not-shown': { zh: '找不到能实际验证的例子', en: 'no example was found on which it really shows' },
};

/** What could not be settled, gathered by the reason. */
export class Undecided {
  private readonly rules = new Map<Why, Set<string>>();
  private readonly analysis: Analysis;

  constructor(analysis: Analysis) {
    this.analysis = analysis;
  }

  add(rules: readonly AnalysedRule[], why: 'too-much' | 'not-shown'): void {
    const reason = why === 'too-much' ? why : this.reasonOf(rules);
    const known = this.rules.get(reason) ?? new Set();
    for (const { rule } of rules) known.add(rule.id);
    this.rules.set(reason, known);
  }

  findings(): Finding[] {
    return [...this.rules].map(([why, rules]) => ({
      kind: 'undecided',
      level: 'info',
      rules: [...rules],
      nodes: nodesOf([...rules]),
      text: fill(
        {
          zh: '{0} 条规则之间的关系无法判定：{1}',
          en: 'How {0} rules relate cannot be decided: {1}',
        },
        String(rules.size),
        reasons[why],
      ),
      cure: {
        zh: '请用案例验证这些规则',
        en: 'Check these rules with cases',
      },
      witness: null,
    }));
  }

  private reasonOf(rules: readonly AnalysedRule[]): Why {
    const known = this.analysis.literalsFor(rules);
    const literals = rules.flatMap(({ formula }) => testsOf(formula).map((test) => known.of(test)));
    if (literals.some((one) => one.kind === 'sets' && !one.exact)) return 'pattern';
    if (literals.some(({ kind }) => kind === 'relation')) return 'facts';
    const calculated = literals.some((one) => one.kind === 'sets' && one.variable.derived !== undefined);
    return calculated ? 'calculation' : 'not-shown';
  }
}
