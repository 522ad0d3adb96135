import type { BalanceView, LedgerLineView } from '../../rules-library/contract/stock.ts';

/** Units on hand, and those of them that are neither locked nor blocked. */
export interface Level {
  onHand: number;
  free: number;
}

function sum(units: Record<string, number> | undefined): number {
  return Object.values(units ?? {}).reduce((all, one) => all + one, 0);
}

export function levelOf({ onHand, open, band }: Pick<BalanceView, 'onHand' | 'open' | 'band'>): Level {
  return { onHand, free: open + sum(band) };
}

/** The levels before and after these movements (the newest first), oldest first, reckoned back from what is now. */
export function stepsBefore(now: Level, lines: readonly Pick<LedgerLineView, 'changes'>[]): Level[] {
  const levels = [now];
  for (const { changes } of lines) {
    const after = levels.at(-1)!;
    levels.push({
      onHand: after.onHand - (changes.onHand ?? 0),
      free: after.free - (changes.open ?? 0) - sum(changes.band),
    });
  }
  return levels.reverse();
}
