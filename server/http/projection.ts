import { z } from 'zod';
import { fieldGroups, type FieldGroup } from '../../rules-library/choices/field-groups.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { readableText, readableTexts } from './told-text.ts';

/** Which parts of an answer belong to a group of fields; made once from the answer's schema. */
export interface Projection {
  group?: FieldGroup;
  /** Free data: fields are known by their names. */
  byName?: true;
  /** A sentence, in one language or both. */
  told?: true;
  fields?: ReadonlyMap<string, Projection>;
  /** Of arrays and maps. */
  items?: Projection;
}

const groupOfName = new Map(fieldGroups.flatMap(({ value, names }) => names.map((name) => [name, value])));

/** The group a field of free data belongs to, by its name or as the fact of that id; a company's own fields by their names too. */
export function groupOf(name: string): FieldGroup | undefined {
  return (
    groupOfName.get(name.replace(/^custom\./, '')) ??
    (vocabulary.facts.get(name)?.type === 'money' ? 'money' : undefined)
  );
}

const compiled = new WeakMap<z.ZodType, { projection: Projection | null }>();

/** The projection of a schema; null when nothing in it belongs to a group. */
export function projectionOf(schema: z.ZodType): Projection | null {
  let known = compiled.get(schema);
  if (known === undefined) compiled.set(schema, (known = { projection: compile(schema, new Set()) }));
  return known.projection;
}

function compile(schema: z.ZodType, above: ReadonlySet<z.ZodType>): Projection | null {
  // A shape that contains itself holds nothing more at the second turn.
  if (above.has(schema)) return null;
  const path = new Set([...above, schema]);
  const meta = schema.meta() ?? {};
  if (meta['x-field-group'] !== undefined) return { group: meta['x-field-group'] as FieldGroup };
  if (meta['x-field-groups'] === 'by-name') return { byName: true };
  if (meta['x-told-text'] === true) return { told: true };
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodReadonly
  )
    return compile(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodLazy) return compile(schema.unwrap() as z.ZodType, path);
  if (schema instanceof z.ZodArray) return itemsOf(compile(schema.element as z.ZodType, path));
  if (schema instanceof z.ZodRecord) return itemsOf(compile(schema.valueType as z.ZodType, path));
  if (schema instanceof z.ZodUnion)
    return (schema.options as z.ZodType[]).map((option) => compile(option, path)).reduce(merged, null);
  if (!(schema instanceof z.ZodObject)) return null;
  const fields = Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([name, inner]) => {
    const projection = compile(inner, path);
    return projection === null ? [] : [[name, projection] as const];
  });
  return fields.length === 0 ? null : { fields: new Map(fields) };
}

function itemsOf(items: Projection | null): Projection | null {
  return items === null ? null : { items };
}

/** What one of several shapes hides is hidden in all of them. */
function merged(one: Projection | null, other: Projection | null): Projection | null {
  if (one === null || other === null) return one ?? other;
  const fields = new Map(one.fields);
  for (const [name, projection] of other.fields ?? [])
    fields.set(name, merged(fields.get(name) ?? null, projection)!);
  const items = merged(one.items ?? null, other.items ?? null);
  return { ...one, ...other, ...(fields.size === 0 ? {} : { fields }), ...(items === null ? {} : { items }) };
}

/** The value without what belongs to hidden groups: null in its place, left out of free data. The value itself stays as it is. */
export function project(
  value: unknown,
  projection: Projection | null,
  hidden: ReadonlySet<FieldGroup>,
): unknown {
  if (projection === null || hidden.size === 0 || value === null || value === undefined) return value;
  if (projection.group !== undefined) return hidden.has(projection.group) ? null : value;
  if (projection.byName === true) return withoutNames(value, hidden);
  if (projection.told === true) return readableTexts(value, hidden);
  if (typeof value !== 'object') return value;
  const { fields, items } = projection;
  if (Array.isArray(value)) {
    return items === undefined ? value : value.map((item: unknown) => project(item, items, hidden));
  }
  const entries = Object.entries(value).map(([name, inner]) => [
    name,
    project(inner, fields?.get(name) ?? items ?? null, hidden),
  ]);
  return Object.fromEntries(entries);
}

/** Free data: fields of hidden groups are left out, also what a condition on such a fact has found; sentences are told as they may be read. */
export function withoutNames(value: unknown, hidden: ReadonlySet<FieldGroup>): unknown {
  if (typeof value === 'string') return readableText(value, hidden);
  if (Array.isArray(value)) return value.map((item: unknown) => withoutNames(item, hidden));
  if (typeof value !== 'object' || value === null) return value;
  const isHidden = (name: string): boolean => {
    const group = groupOf(name);
    return group !== undefined && hidden.has(group);
  };
  const ofHiddenFact = 'fact' in value && typeof value.fact === 'string' && isHidden(value.fact);
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => !isHidden(name) && !(ofHiddenFact && name === 'actual'))
      .map(([name, inner]) => [name, withoutNames(inner, hidden)]),
  );
}
