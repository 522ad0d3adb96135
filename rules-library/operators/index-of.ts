/** Text and lists can be searched; stock throws on anything else, which is false here. */
export function hasIndexOf(value: unknown): value is string | unknown[] {
  return typeof value === 'string' || Array.isArray(value);
}

export function indexOf(value: unknown, searched: unknown): number {
  if (Array.isArray(value)) return value.indexOf(searched);
  return typeof value === 'string' ? value.indexOf(String(searched)) : -1;
}
