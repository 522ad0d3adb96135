/** `138****1234`: the first three and last four; shorter numbers keep their last two. */
export function maskNumber(number: string): string {
  const text = number.trim();
  if (text.length >= 10) return `${text.slice(0, 3)}****${text.slice(-4)}`;
  return text.length > 4 ? `****${text.slice(-2)}` : '****';
}

/** `王*`: the first character only. */
export function maskName(name: string): string {
  const [first] = name.trim();
  return first === undefined ? '' : `${first}*`;
}

// No look-behind on variable parts: linear time on any text.
const mobile = /(?<!\d)(?:\+?86[- ]?)?1[3-9]\d(?:[- ]?\d{4}){2}(?!\d)/g;
const idNumber = /(?<![\dA-Za-z])[1-9]\d{16}[\dXx](?![\dA-Za-z])/g;

/** Free text with the mobile and identity numbers in it masked; `mark` says how instead. */
export function maskText(text: string, mark: (number: string) => string = maskNumber): string {
  return text.replace(idNumber, mark).replace(mobile, (number) => mark(number.replace(/[- ]/g, '')));
}

const deepest = 6;

/** Masks every text of nested data; what lies too deep is left out. */
export function maskDeep(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return maskText(value);
  if (typeof value === 'number' && Number.isSafeInteger(value) && value > 1e9) return maskLongNumber(value);
  if (typeof value !== 'object' || value === null) return value;
  if (depth >= deepest) return null;
  if (Array.isArray(value)) return value.map((item) => maskDeep(item, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, maskDeep(item, depth + 1)]));
}

/** A mobile number sent as a number is one all the same. */
function maskLongNumber(value: number): unknown {
  const text = String(value);
  const masked = maskText(text);
  return masked === text ? value : masked;
}
