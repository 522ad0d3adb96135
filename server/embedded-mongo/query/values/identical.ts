import { Decimal128, Double, type Document } from 'bson';
import { asPlainDocument, TypeOrder, typeNameOf, typeOrderOf } from './bson-type.ts';
import { compareBson, compareBytes } from './compare.ts';

/** True when two values are stored alike: same type, same value, fields in the same order. `Int32(1)` is not `Double(1)`. */
export function identicalBson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  const order = typeOrderOf(a);
  if (order !== typeOrderOf(b)) return false;
  switch (order) {
    case TypeOrder.number:
      return identicalNumbers(a, b);
    case TypeOrder.array: {
      const [x, y] = [a as unknown[], b as unknown[]];
      return x.length === y.length && x.every((item, i) => identicalBson(item, y[i]));
    }
    case TypeOrder.document: {
      const x = asPlainDocument(a as Document);
      const y = asPlainDocument(b as Document);
      const names = Object.keys(x);
      const others = Object.keys(y);
      return (
        names.length === others.length &&
        names.every((name, i) => name === others[i] && identicalBson(x[name], y[name]))
      );
    }
    default:
      return compareBson(a, b) === 0;
  }
}

function identicalNumbers(a: unknown, b: unknown): boolean {
  if (typeNameOf(a) !== typeNameOf(b)) return false;
  if (a instanceof Double && b instanceof Double) return Object.is(a.value, b.value);
  if (a instanceof Decimal128 && b instanceof Decimal128) return compareBytes(a.bytes, b.bytes) === 0;
  return compareBson(a, b) === 0;
}
