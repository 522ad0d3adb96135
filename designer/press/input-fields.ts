import { z } from 'zod';
import type { ParamUi } from '../../rules-library/define/block.ts';
import { vocabulary } from '../../rules-library/index.ts';

/** One thing a button's form asks for. */
export interface InputField {
  name: string;
  ui: ParamUi;
  required: boolean;
  /** What it takes. */
  schema: z.ZodType;
}

export interface InputControlProps {
  field: InputField;
  /** Given by the form. */
  id?: string;
  value?: unknown;
  onChange?: (value: unknown) => void;
}

/**
 * What a command's form asks for: what its schema names, this person may fill in (`allowed`; absent: everything) and `given` does
 * not hold yet; refinements are left to later.
 */
export function inputFields(
  command: string,
  given: Readonly<Record<string, unknown>> = {},
  allowed?: readonly string[],
): InputField[] {
  const input = vocabulary.commands.get(command)?.input;
  if (input === undefined) return [];
  return fieldsOf(input).filter(
    ({ name }) => !Object.hasOwn(given, name) && (allowed === undefined || allowed.includes(name)),
  );
}

/** What the form of an object asks for: its fields that have hints, without those only a drawing asks for. */
export function fieldsOf(schema: z.ZodType): InputField[] {
  const object = insideOf(schema);
  if (!(object instanceof z.ZodObject)) return [];
  return Object.entries(object.shape as Record<string, z.ZodType>).flatMap(([name, inner]): InputField[] => {
    const ui = uiOf(inner);
    if (ui === undefined || ui.advanced === true) return [];
    return [{ name, ui, required: !inner.safeParse(undefined).success, schema: inner }];
  });
}

/** What is inside when it is wrapped as optional or with a default. */
function insideOf(schema: z.ZodType): z.ZodType {
  return schema instanceof z.ZodOptional || schema instanceof z.ZodDefault
    ? insideOf(schema.unwrap() as z.ZodType)
    : schema;
}

/** The hints of a schema or, when it is wrapped as optional or with a default, of what is inside. */
function uiOf(schema: z.ZodType): ParamUi | undefined {
  const own = schema.meta()?.ui;
  if (own !== undefined) return own as ParamUi;
  const inside = insideOf(schema);
  return inside === schema ? undefined : uiOf(inside);
}

/** The input as the command reads it, or the name of the field that is wrong. */
export function checkInput(
  command: string,
  input: Readonly<Record<string, unknown>>,
): { input: Record<string, unknown> } | { wrong: string } {
  const schema = vocabulary.commands.get(command)?.input;
  if (schema === undefined) return { input: { ...input } };
  const read = schema.safeParse(input);
  if (read.success) return { input: { ...input } };
  return { wrong: String(read.error.issues[0]?.path[0] ?? '') };
}

/** The input without what was left empty, inside groups and lines too; a group of which nothing is left is left out. */
export function withoutEmpty(input: Readonly<Record<string, unknown>>): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(input).flatMap(([name, value]): [string, unknown][] => {
      const left = filled(value);
      return left === undefined ? [] : [[name, left]];
    }),
  );
}

function filled(value: unknown): unknown {
  if (value === '' || value === undefined || value === null) return undefined;
  if (Array.isArray(value)) return value.map((one) => filled(one) ?? {});
  if (typeof value !== 'object') return value;
  const left = withoutEmpty(value as Record<string, unknown>);
  return Object.keys(left).length === 0 ? undefined : left;
}
