import type { Document } from 'bson';
import { topLevel } from '../../storage/collection.ts';

const isPlain = (value: unknown): value is Document =>
  value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype;

/** Sets an own property, whatever its name. */
export function define(target: Document, name: string, value: unknown): void {
  Object.defineProperty(target, name, { value, enumerable: true, writable: true, configurable: true });
}

/** Top-level fields an expression reads; undefined when it may read any. */
export function fieldsOf(expression: unknown): Set<string> | undefined {
  const fields = new Set<string>();
  const visit = (part: unknown): boolean => {
    if (typeof part === 'string' && part.startsWith('$')) {
      if (/^\$\$(ROOT|CURRENT)\b/.test(part)) return false;
      if (!part.startsWith('$$')) fields.add(topLevel(part.slice(1)));
      return true;
    }
    if (Array.isArray(part)) return part.every(visit);
    return isPlain(part) ? Object.values(part).every(visit) : true;
  };
  return visit(expression) ? fields : undefined;
}
