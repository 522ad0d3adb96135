/** As `value.indexOf(searched)` in stock for text and lists; undefined where stock would throw, which is false here. */
export function indexOf(value: unknown, searched: unknown): number | undefined {
  if (Array.isArray(value)) return value.indexOf(searched);
  if (typeof value !== 'string') return undefined;
  try {
    return value.indexOf(searched as string);
  } catch {
    // Something without a text form is looked for in a text.
    return undefined;
  }
}
