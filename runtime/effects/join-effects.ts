import { effectOrder } from './effect-order.ts';
import { stops, type Effect, type Overridden, type PlannedEffects } from './plan-effects.ts';
import { sameValue } from './same-value.ts';

function sameSlot(one: Effect, other: Effect): boolean {
  return one.command === other.command && one.target === other.target && one.key === other.key;
}

/**
 * Effects of a stage that opened while a decision is carried out join those that have not run yet, in the fixed order of kinds.
 * What ran or stands already under the same key wins; a hold or denial among them still beats a release that has not run.
 */
export function joinEffects(
  run: readonly Effect[],
  pending: readonly Effect[],
  added: readonly Effect[],
): PlannedEffects {
  const overridden: Overridden[] = [];
  const effects: Effect[] = [...pending];
  for (const effect of added) {
    const before = [...run, ...effects];
    const first = before.find((one) => sameSlot(one, effect));
    const stop = first === undefined ? before.find((one) => stops(one, effect)) : undefined;
    if (first !== undefined) {
      if (!sameValue(first.input, effect.input)) overridden.push({ ...effect, by: first.ruleId });
    } else if (stop !== undefined) overridden.push({ ...effect, by: stop.ruleId });
    else effects.push(effect);
  }
  const kept = effects.filter((effect) => {
    const stop = effects.find((one) => stops(one, effect));
    if (stop !== undefined) overridden.push({ ...effect, by: stop.ruleId });
    return stop === undefined;
  });
  return {
    effects: kept.sort((one, other) => effectOrder(one.command) - effectOrder(other.command)),
    overridden,
  };
}
