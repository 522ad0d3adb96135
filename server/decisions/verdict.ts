import type { Effect } from '../../runtime/index.ts';

/** What a gate is told by a rule, instead of a button to press. */
export function isVerdict(command: string): boolean {
  return command === 'deny' || command === 'allow';
}

/** A gate whose rules could not be judged stays shut. */
export function shut(subject: string): Effect {
  const text = {
    zh: '规则没能判完，请人工处理',
    en: 'The rules could not finish; please decide',
  };
  const input = { code: 'manual-review', text };
  return { command: 'deny', target: subject, input, ruleId: '', key: 'manual-review' };
}
