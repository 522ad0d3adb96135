import { maskName, maskNumber, maskText } from '../personal/mask.ts';
import type { Keyed } from './audit-context.ts';

const names: ReadonlySet<string> = new Set(['contact', 'receiver']);
const numbers: ReadonlySet<string> = new Set(['phone', 'idNumber', 'deviceId']);
const places: ReadonlySet<string> = new Set(['street', 'address']);

/**
 * Business fields as they may enter the chain: what is personal by its field, and any mobile or identity number inside a text,
 * stands masked with its keyed hash. What is erased elsewhere is not in the chain, so erasing breaks nothing.
 */
export function withoutPersonal(value: unknown, keyed: Keyed, field = ''): unknown {
  if (typeof value === 'string') return textOf(value, keyed, field);
  if (typeof value === 'number') return numberOf(value, keyed, field);
  if (Array.isArray(value)) return value.map((item) => withoutPersonal(item, keyed, field));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, withoutPersonal(inner, keyed, nested(field, name))]),
  );
}

/** Free text with the mobile and identity numbers in it masked. */
export function freeText(text: string, keyed: Keyed): string {
  return maskText(text, (number) => marked(maskNumber(number), number, keyed));
}

/** Kept texts as people read them: what is masked stands without its keyed hash. */
export function shownText(text: string): string {
  return text.replace(/(\*\d*)#[\w-]{16}(?![\w-])/g, '$1');
}

function textOf(text: string, keyed: Keyed, field: string): string {
  const last = field.slice(field.lastIndexOf('.') + 1);
  if (text === '') return text;
  if (names.has(last) || field.endsWith('customer.name')) return marked(maskName(text), text, keyed);
  if (numbers.has(last)) return marked(maskNumber(text), text, keyed);
  if (places.has(last)) return marked('****', text, keyed);
  return freeText(text, keyed);
}

/** A mobile number sent as a number is one all the same. */
function numberOf(value: number, keyed: Keyed, field: string): unknown {
  if (!Number.isSafeInteger(value) || value < 1e9) return value;
  const text = textOf(String(value), keyed, field);
  return text === String(value) ? value : text;
}

function marked(masked: string, value: string, keyed: Keyed): string {
  return `${masked}#${keyed(value)}`;
}

function nested(field: string, name: string): string {
  return field === '' ? name : `${field}.${name}`;
}
