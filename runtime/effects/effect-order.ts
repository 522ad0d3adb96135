/** Kinds of effect in the order they take place; what is not named comes last. */
const kinds: readonly (readonly string[])[] = [
  ['deny'],
  ['hold-order', 'suspend-later-locks'],
  ['cancel-order'],
  ['set-priority', 'mark-rush', 'refuse-rush', 'unmark-rush', 'set-tag', 'set-field'],
  ['lock-stock', 'extend-lock', 'release-lock', 'reallocate', 'split', 'request-transfer', 'plan-transfer'],
  ['confirm-order', 'release-order'],
];
const place = new Map(
  kinds.flatMap((commands, index) => commands.map((command) => [command, index] as const)),
);

/** Place of a command among the kinds of effect. */
export function effectOrder(command: string): number {
  return place.get(command) ?? kinds.length;
}
