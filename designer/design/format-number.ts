const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const oneDigit = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });
const money = new Intl.NumberFormat('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** `18,204`. */
export function countText(count: number): string {
  return whole.format(count);
}

/** `61.8`, at most one digit after the point. */
export function decimalText(value: number): string {
  return oneDigit.format(value);
}

/** Fen as `¥2,360.00`. */
export function moneyText(fen: number): string {
  return `${fen < 0 ? '−' : ''}¥${money.format(Math.abs(fen) / 100)}`;
}
