import { moneyText } from '../format-number.ts';

/** An amount in fen, with ¥ and thousands separators; nothing known is a dash. */
export function Money({ fen }: { fen: number | null }) {
  return <span className="number">{fen === null ? '—' : moneyText(fen)}</span>;
}
