import type { FactType } from '../../../rules-library/define/fact.ts';

/** How much one of a unit is, in the unit values are kept in. */
type Units = readonly (readonly [words: RegExp, size: number])[];

const large: Units = [
  [/^(亿)$/, 100_000_000],
  [/^(万|w)$/i, 10_000],
  [/^(千|k)$/i, 1000],
];
const money: Units = [
  [/^(元|块|yuan|cny|rmb)?$/i, 100],
  [/^(亿元?)$/, 10_000_000_000],
  [/^(万元?|w)$/i, 1_000_000],
  [/^(千元?|k)$/i, 100_000],
  [/^(分|fen)$/i, 1],
];
const minutes: Units = [
  [/^(分钟?|m|mins?|minutes?)?$/i, 1],
  [/^(小时|时|h|hrs?|hours?)$/i, 60],
  [/^(天|日|d|days?)$/i, 1440],
];
const hours: Units = [
  [/^(小时|时|h|hrs?|hours?)?$/i, 1],
  [/^(天|日|d|days?)$/i, 24],
];
const plain: Units = [[/^$/, 1], ...large];

const unitsOf: Partial<Record<FactType, Units>> = {
  money,
  duration: minutes,
  hours,
  days: [[/^(天|日|d|days?)?$/i, 1]],
  percent: [[/^(%|percent)?$/i, 1]],
  factor: [[/^(倍|x|×|times)?$/i, 1]],
  weight: [
    [/^(克|g|grams?)?$/i, 1],
    [/^(公斤|千克|kg)$/i, 1000],
    [/^(吨|t)$/i, 1_000_000],
  ],
  volume: [
    [/^(立方厘米|cm³|cm3|ml|毫升)?$/i, 1],
    [/^(升|l|litres?|liters?)$/i, 1000],
    [/^(立方米|方|m³|m3)$/i, 1_000_000],
  ],
  integer: [[/^(件|个|单|行|次|pcs?|pieces?)?$/i, 1], ...large],
  number: plain,
};

/** Types that are whole in the unit they are kept in. */
const whole: ReadonlySet<FactType> = new Set<FactType>([
  'money',
  'integer',
  'weight',
  'volume',
  'duration',
  'days',
]);
const amount = /(\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?|\.\d+)\s*([^\d\s.,+-]*)/y;

/** Whether values of this type are numbers with a unit. */
export function isAmountType(type: FactType): boolean {
  return Object.hasOwn(unitsOf, type);
}

/**
 * A number as people write it, in the unit it is kept in: `5,000`, `¥5000`, `1.5万`, `1 小时 30 分钟`, `15%`. Several amounts after
 * one another are added. Undefined for what is none, and for parts of what is whole (fen, pieces).
 */
export function readNumber(text: string, type: FactType): number | undefined {
  const units = unitsOf[type];
  const given = /^([+-]?)\s*¥?\s*([+-]?)\s*(.+)$/.exec(text);
  if (units === undefined || given === null) return undefined;
  const [, sign, other, rest = ''] = given;
  let total = 0;
  let at = 0;
  while (at < rest.length) {
    amount.lastIndex = at;
    const found = amount.exec(rest);
    if (found === null) return undefined;
    const size = units.find(([words]) => words.test(found[2] ?? ''))?.[1];
    if (size === undefined) return undefined;
    total += Number(found[1]!.replaceAll(',', '')) * size;
    at = amount.lastIndex;
    while (rest[at] === ' ') at += 1;
  }
  // 0.1 yuan are 10 fen, whatever doubles make of it.
  const exact = Number(total.toPrecision(15));
  if (!Number.isFinite(exact) || (whole.has(type) && !Number.isSafeInteger(exact))) return undefined;
  return (sign === '-') === (other === '-') ? exact : -exact;
}

/** The unit an amount ends with: `48 小时` → `小时`. */
export function unitAtEnd(text: string): string {
  return /\d\s*([^\d\s.,+-]+)$/.exec(text)?.[1] ?? '';
}
