/** Values as one text, whatever the order of their keys: equal texts mean equal values. */
export function textOfValue(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map((one) => textOfValue(one)).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value)
    .filter(([, one]) => one !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, one]) => `${JSON.stringify(key)}:${textOfValue(one)}`);
  return `{${entries.join(',')}}`;
}

export function sameValue(one: unknown, other: unknown): boolean {
  return textOfValue(one) === textOfValue(other);
}
