import { z } from 'zod';
import type { ParamUi } from '../../rules-library/define/block.ts';
import { vocabulary } from '../../rules-library/index.ts';

/** One thing a button's form asks for. */
export interface InputField {
  name: string;
  ui: ParamUi;
  required: boolean;
}

/** What a command's form asks for: what its schema names and `given` does not hold yet; refinements are left to later. */
export function inputFields(command: string, given: Readonly<Record<string, unknown>> = {}): InputField[] {
  const input = vocabulary.commands.get(command)?.input;
  if (!(input instanceof z.ZodObject)) return [];
  return Object.entries(input.shape as Record<string, z.ZodType>).flatMap(([name, schema]): InputField[] => {
    const ui = uiOf(schema);
    if (ui === undefined || ui.advanced === true || Object.hasOwn(given, name)) return [];
    return [{ name, ui, required: !schema.safeParse(undefined).success }];
  });
}

/** The hints of a schema or, when it is wrapped as optional or with a default, of what is inside. */
function uiOf(schema: z.ZodType): ParamUi | undefined {
  const own = schema.meta()?.ui;
  if (own !== undefined) return own as ParamUi;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault)
    return uiOf(schema.unwrap() as z.ZodType);
  return undefined;
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
