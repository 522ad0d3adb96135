import type { Choice } from '../define/fact.ts';

export type GrantCondition = 'own-warehouse';

/** Conditions under which a role may press a button; what only a rule can say is said by a gate. */
export const grantConditions: readonly (Choice & { value: GrantCondition; help: Choice['label'] })[] = [
  {
    value: 'own-warehouse',
    label: { zh: '只限本仓', en: 'Own warehouse only' },
    help: {
      zh: '订单里有这个人所在仓的明细，或库存、预警属于这个仓。',
      en: "The order has a line in the person's warehouse, or the stock or alert belongs to it.",
    },
  },
];
