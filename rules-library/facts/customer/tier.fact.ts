import { tiers } from '../../choices/tiers.ts';
import { defineFact } from '../../define/fact.ts';

export const customerTier = defineFact({
  id: 'customer.tier',
  label: { zh: '客户等级', en: 'Customer tier' },
  type: 'choice',
  scope: 'order',
  choices: tiers,
  ordered: true,
  whenNone: 'none',
  samples: ['gold', 'none'],
});
