import type { SubjectKind } from '../../rules-library/define/block.ts';
import type { JsonEvent } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';

const words: Text = {
  zh: '缺少判断要用的数据，请人工处理',
  en: 'Data needed for the decision is missing; please decide',
};

/**
 * Data that is not there is a person's matter: a gate stays shut, an order waits, else operations are told. The same for
 * every check, so that equal effects become one.
 */
export function missingData(subject: SubjectKind | undefined, atGate: boolean): JsonEvent {
  if (atGate) return { type: 'deny', params: { code: 'manual-review', text: words } };
  if (subject === 'order') return { type: 'hold-order', params: { code: 'manual-review' } };
  return {
    type: 'raise-alert',
    params: { kind: 'manual-review', level: 'warn', to: [{ role: 'operations' }], text: words },
  };
}
