import type { Random } from './random.ts';

/**
 * Statistics of real car-parts demand the simulator is fitted to: 2,674 parts over 51 months (Hyndman et al. 2008; Monash
 * Time Series Forecasting Archive, CC-BY-4.0). Only these figures are used, never the series. Share of months with
 * demand per part: mean 0.2555, variance 0.0303, as a beta distribution by moments. Log of the mean size of a demand:
 * mean 0.579, deviation 0.473. Squared coefficient of variation of sizes, median 0.235. A month with demand is followed by
 * another with probability 0.44; parts asked for often explain 0.37 of it, the rest is bursts.
 */
export const carPartsFit = {
  occurrence: { a: 1.3504, b: 3.9344 },
  logSize: { mean: 0.5787, deviation: 0.4727 },
  /** Lag-1 persistence within a part: (0.4405 − E p² / E p) / (1 − E p² / E p), with E p² / E p = 0.374. */
  persistence: 0.106,
  /** Share of demands for exactly one piece beyond what the Poisson excess gives. */
  single: 0.12,
  /** Checked by the tests against a simulated chain. */
  facts: {
    zeroShare: 0.7478,
    meanPositive: 2.0148,
    sharePositiveOne: 0.5292,
    topTenthShare: 0.286,
    persistent: 0.4405,
  },
} as const;

/** How one part is asked for. */
export interface DemandProfile {
  /** Probability that a month sees any demand. */
  occurrence: number;
  /** Mean units asked for in such a month. */
  meanSize: number;
}

export function drawProfile(random: Random): DemandProfile {
  const { occurrence, logSize } = carPartsFit;
  return {
    occurrence: Math.max(0.01, random.beta(occurrence.a, occurrence.b)),
    meanSize: Math.max(1, Math.exp(logSize.mean + logSize.deviation * random.normal())),
  };
}

/** Units of one demand: one plus a Poisson excess, at least one; single pieces somewhat more often. */
export function drawSize(profile: DemandProfile, random: Random): number {
  if (random.chance(carPartsFit.single)) return 1;
  return 1 + random.poisson((profile.meanSize - 1) / (1 - carPartsFit.single));
}

/** A monthly series by the fit: occurrence with persistence, then a size; 0 where nobody asked. */
export function drawSeries(profile: DemandProfile, months: number, random: Random): number[] {
  const series: number[] = [];
  let asked = random.chance(profile.occurrence);
  for (let month = 0; month < months; month++) {
    series.push(asked ? drawSize(profile, random) : 0);
    const base = profile.occurrence * (1 - carPartsFit.persistence);
    asked = random.chance(base + (asked ? carPartsFit.persistence : 0));
  }
  return series;
}
