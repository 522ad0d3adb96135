import { createHash } from 'node:crypto';

/**
 * RFC 8785 canonical JSON of plain data (no NaN, no functions): equal content gives equal text whatever the order of fields.
 * Absent fields are left out.
 */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) {
    let text = '[';
    for (let index = 0; index < value.length; index++)
      text += (index === 0 ? '' : ',') + canonicalJson(value[index]);
    return `${text}]`;
  }
  // Numbers and texts are written by ECMAScript's rules, which are those of the RFC.
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const record = value as Record<string, unknown>;
  let text = '{';
  // By UTF-16 code units, as the RFC wants it.
  for (const name of Object.keys(record).sort()) {
    const field = record[name];
    if (field === undefined) continue;
    text += `${text.length === 1 ? '' : ','}${JSON.stringify(name)}:${canonicalJson(field)}`;
  }
  return `${text}}`;
}

/** SHA-256 over RFC 8785 canonical JSON, hex. */
export function contentHash(content: unknown): string {
  return createHash('sha256').update(canonicalJson(content)).digest('hex');
}
