import type { SubjectKind } from '../../rules-library/define/block.ts';
import type { FactScope } from '../../rules-library/define/fact.ts';
import type { Text } from '../../rules-library/schema/text.ts';

const labels: Partial<Record<SubjectKind, Text>> = {
  order: { zh: '订单', en: 'an order' },
  stock: { zh: '库存', en: 'stock' },
  sku: { zh: '商品', en: 'a part' },
  transfer: { zh: '调拨', en: 'a transfer' },
  lane: { zh: '线路', en: 'a lane' },
  case: { zh: '个案', en: 'a case' },
  company: { zh: '公司', en: 'the company' },
  alert: { zh: '预警', en: 'an alert' },
  reservation: { zh: '锁库', en: 'a stock lock' },
  approval: { zh: '审批', en: 'an approval' },
  customer: { zh: '客户', en: 'a customer' },
};

/** What a trigger gives and an action acts on, in the middle of a sentence. */
export function subjectLabel(kind: SubjectKind): Text {
  return labels[kind] ?? { zh: '别的对象', en: 'something else' };
}

const ownScopes: Partial<Record<SubjectKind, readonly FactScope[]>> = {
  order: ['order'],
  stock: ['stock'],
  sku: ['sku'],
  transfer: ['transfer'],
  case: ['case', 'order'],
};
const everywhere: readonly FactScope[] = ['company'];

/** Scopes of the facts a trigger's subject can give; before there is a trigger, those of an order. */
export function scopesOf(subject: SubjectKind | undefined, events: readonly string[]): Set<FactScope> {
  const asked = events.some((event) => event.startsWith('gate.'));
  const changes = asked || events.some((event) => event.endsWith('.changed'));
  return new Set([
    ...(ownScopes[subject ?? 'order'] ?? []),
    ...everywhere,
    ...(changes ? (['change', 'actor'] as const) : []),
  ]);
}
