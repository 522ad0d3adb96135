import type { Goal } from '../solve/formula.ts';

/** Most parts among which pairs are looked for; beyond, parts are left out one by one. */
const mostForPairs = 30;

/**
 * The smallest of some parts that together already cannot be: one or two if that is enough, else parts none of which can be left
 * out. (The smallest of all would take trying every subset.)
 */
export function smallestCore<Part>(
  parts: readonly Part[],
  isImpossible: (parts: readonly Part[]) => boolean,
): readonly Part[] {
  const single = parts.find((part) => isImpossible([part]));
  if (single !== undefined) return [single];
  if (parts.length <= mostForPairs) {
    for (const [index, one] of parts.entries()) {
      const other = parts.slice(index + 1).find((second) => isImpossible([one, second]));
      if (other !== undefined) return [one, other];
    }
  }
  let core = parts;
  for (const part of parts) {
    const without = core.filter((one) => one !== part);
    if (isImpossible(without)) core = without;
  }
  return core;
}

/** Parts that all have to be met, down to those that leave a choice. */
export function conjuncts({ formula, wanted }: Goal): Goal[] {
  if (formula.kind === 'not') return conjuncts({ formula: formula.part, wanted: !wanted });
  if (formula.kind !== 'test' && (formula.kind === 'all') === wanted && formula.parts.length > 0) {
    return formula.parts.flatMap((part) => conjuncts({ formula: part, wanted }));
  }
  return [{ formula, wanted }];
}
