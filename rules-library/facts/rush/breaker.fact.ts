import { breakerStates } from '../../choices/breaker-states.ts';
import { defineFact } from '../../define/fact.ts';

export const rushBreaker = defineFact({
  id: 'rush.breaker',
  label: { zh: '加急通道', en: 'Rush lane' },
  type: 'choice',
  scope: 'order',
  choices: breakerStates,
  samples: ['closed', 'open'],
});
