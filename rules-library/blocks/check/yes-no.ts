import type { When } from '../../define/block.ts';
import type { Condition } from '../../schema/condition.ts';
import type { WhenMissing } from './when-missing.ts';

/** The exits of a check that is one condition. */
export function yesNoExits(of: Condition, whenMissing: WhenMissing): Record<string, When> {
  if (whenMissing === 'no') return { yes: { is: 'yes', of }, no: { is: 'not-yes', of } };
  return { yes: { is: 'yes', of }, no: { is: 'no', of }, unknown: { is: 'unknown', of } };
}
