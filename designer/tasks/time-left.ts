import type { EachRun } from '../../rules-library/contract/each.ts';

/** Fewer done than this say nothing about the rest. */
const fewest = 5;

/** How long the rest takes at the speed so far, ms; null where that cannot be said. */
export function timeLeft(
  { state, done, total, at }: Pick<EachRun, 'state' | 'done' | 'total' | 'at'>,
  now: number,
): number | null {
  const passed = now - Date.parse(at);
  if (state !== 'running' || done < fewest || passed <= 0) return null;
  return (passed / done) * (total - done);
}
