import { Schema, type IndexDefinition, type IndexOptions, type SchemaDefinition } from 'mongoose';

export interface IndexSpec {
  fields: IndexDefinition;
  options?: IndexOptions;
}

/** A collection of the store: its documents' shape and indexes. Ids are text, `rev` is raised with each change. */
export interface Model {
  name: string;
  schema: Schema;
}

/**
 * Defines a collection. Writes are lean (the door has validated them), so the schema describes and indexes rather than
 * casts; reads go through it where a query is built.
 */
export function defineModel(
  name: string,
  fields: SchemaDefinition,
  indexes: readonly IndexSpec[] = [],
): Model {
  const schema = new Schema(
    { _id: { type: String, required: true }, rev: { type: Number, required: true, default: 0 }, ...fields },
    {
      collection: name,
      versionKey: false,
      strict: 'throw',
      strictQuery: 'throw',
      autoIndex: false,
      autoCreate: false,
      minimize: false,
    },
  );
  for (const { fields: index, options } of indexes) schema.index(index, options);
  return { name, schema };
}

/** Anything: nested documents whose shape the topic's types describe. */
export const mixed = Schema.Types.Mixed;
