import { moneyText } from '../../rules-library/sentences/format-number.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Difference } from './difference.ts';
import type { StoredLine } from './order.ts';

const absent: Text = { zh: '无', en: 'none' };

/** 「BRK-2041 × 2，单价 ¥590，WH03 发」. */
function lineText({ sku, quantity, unitPrice, warehouse }: StoredLine): Text {
  const price = unitPrice === undefined ? undefined : moneyText(unitPrice);
  const zh = [`${sku} × ${quantity}`, price && `单价 ${price}`, warehouse && `${warehouse} 发`];
  const en = [`${sku} × ${quantity}`, price && `${price} each`, warehouse && `from ${warehouse}`];
  return { zh: zh.filter(Boolean).join('，'), en: en.filter(Boolean).join(', ') };
}

/** Lines that are new, gone or other than before, each as a whole. */
export function lineDifferences(before: readonly StoredLine[], after: readonly StoredLine[]): Difference[] {
  const was = new Map(before.map((line) => [line.lineId, lineText(line)]));
  const is = new Map(after.map((line) => [line.lineId, lineText(line)]));
  return [...new Set([...was.keys(), ...is.keys()])].flatMap((lineId): Difference[] => {
    const [old, now] = [was.get(lineId) ?? absent, is.get(lineId) ?? absent];
    if (old.zh === now.zh) return [];
    const label = { zh: `明细 ${lineId}`, en: `Line ${lineId}` };
    return [{ field: `lines.${lineId}`, label, before: old, after: now }];
  });
}
