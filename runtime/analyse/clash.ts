import type { AnalysedRule } from './analysed-rule.ts';

/** How effects of two rules stand to each other when both fire. */
export type Clash =
  /** One keeps the other from taking place, or they undo each other. */
  | { kind: 'conflict'; winner: 'first' | 'second' | 'both' }
  /** Same command, target and key, another input: the first takes place. */
  | { kind: 'overlap' }
  /** The very same effect. */
  | { kind: 'same' };

/** Commands that keep others of the same target from taking place. */
const stops: ReadonlyMap<string, readonly string[]> = new Map([
  ['hold-order', ['release-order']],
  ['deny', ['release-order', 'allow']],
]);

/** Commands that take each other back: both take place, and the order of kinds decides what is left. */
const undoes: readonly (readonly [string, string])[] = [
  ['mark-rush', 'refuse-rush'],
  ['mark-rush', 'unmark-rush'],
  ['lock-stock', 'release-lock'],
  ['confirm-order', 'cancel-order'],
  ['release-order', 'cancel-order'],
];

const opposed = new Set([...stops.keys(), ...[...stops.values()].flat(), ...undoes.flat()]);

/** Rules in groups within which effects may clash; a rule may stand in two. */
export function clashGroups(rules: readonly AnalysedRule[]): AnalysedRule[][] {
  const groups = new Map<string, AnalysedRule[]>();
  const put = (key: string, rule: AnalysedRule): void => {
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [rule]);
    else group.push(rule);
  };
  for (const rule of rules) {
    const { slot, command, target } = rule.effect;
    if (slot !== undefined) put(slot, rule);
    if (opposed.has(command)) put(`opposed ${target}`, rule);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

/** What happens when both fire; undefined when nothing does. The first comes first in the decision. */
export function clashOf(
  { effect: first }: AnalysedRule,
  { effect: second }: AnalysedRule,
): Clash | undefined {
  if (first.target !== second.target) return undefined;
  if (first.slot !== undefined && first.slot === second.slot) {
    return first.input === second.input ? { kind: 'same' } : { kind: 'overlap' };
  }
  if (stops.get(first.command)?.includes(second.command) === true)
    return { kind: 'conflict', winner: 'first' };
  if (stops.get(second.command)?.includes(first.command) === true)
    return { kind: 'conflict', winner: 'second' };
  const undone = undoes.some(
    ([one, other]) =>
      (one === first.command && other === second.command) ||
      (one === second.command && other === first.command),
  );
  return undone ? { kind: 'conflict', winner: 'both' } : undefined;
}
