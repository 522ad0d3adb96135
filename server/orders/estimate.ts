/** Fewer past waits than this say nothing. */
export const fewest = 5;

/** Lengths of time in ms. */
export interface Estimate {
  median: number;
  most: number;
  samples: number;
}

/**
 * How long a wait takes in all, from how long such waits took before, given that it has lasted `elapsed` already: median and 90 %
 * (nearest rank) of those that lasted longer. Null when they are fewer than five: nothing honest can be said.
 *
 * @param took past waits, ms
 * @param elapsed how long this one has lasted, ms
 */
export function estimateWait(took: readonly number[], elapsed: number): Estimate | null {
  const longer = took.filter((ms) => ms > elapsed).sort((a, b) => a - b);
  if (longer.length < fewest) return null;
  const rank = (share: number): number => longer[Math.ceil(share * longer.length) - 1]!;
  return { median: rank(0.5), most: rank(0.9), samples: longer.length };
}
