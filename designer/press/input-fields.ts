import type { ParamUi } from '../../rules-library/define/block.ts';
import { commandFields } from '../../rules-library/define/command-fields.ts';
import { vocabulary } from '../../rules-library/index.ts';

/** One thing a button's form asks for. */
export interface InputField {
  name: string;
  ui: ParamUi;
  required: boolean;
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
  const definition = vocabulary.commands.get(command);
  if (definition === undefined) return [];
  return commandFields(definition).flatMap(({ name, ui, required }): InputField[] => {
    if (ui === undefined || ui.advanced === true || Object.hasOwn(given, name)) return [];
    return allowed === undefined || allowed.includes(name) ? [{ name, ui, required }] : [];
  });
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
