/** The BSON class of a decoded value, such as `Int32` or `ObjectId`; undefined for strings, dates, documents and the like. */
export function kindOf(value: unknown): string | undefined {
  if (value === null || typeof value !== 'object' || !('_bsontype' in value)) return undefined;
  return value._bsontype as string;
}
