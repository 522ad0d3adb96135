/**
 * JSON with the fields of every object in one order: equal content gives equal text. For keyed hashes that never leave this
 * product; what others have to verify is hashed over RFC 8785.
 */
export function stableJson(value: unknown): string {
  if (Array.isArray(value)) {
    let text = '[';
    for (let index = 0; index < value.length; index++)
      text += (index === 0 ? '' : ',') + stableJson(value[index]);
    return `${text}]`;
  }
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Record<string, unknown>;
  let text = '{';
  for (const name of Object.keys(record).sort()) {
    const field = record[name];
    if (field === undefined) continue;
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(name)}:${stableJson(field)}`;
  }
  return `${text}}`;
}
