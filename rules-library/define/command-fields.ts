import { z } from 'zod';
import type { ParamUi } from './block.ts';
import type { CommandDefinition } from './command.ts';

/** One field of a command's input, as permission knows it. */
export interface CommandField {
  name: string;
  /** The hint of its form, where it has one. */
  ui: ParamUi | undefined;
  /** Without it the button cannot be pressed. */
  required: boolean;
  /** What applies when it is not given; undefined where nothing does. */
  fallback: unknown;
}

/** The fields of a command's input, in the order of its contract; none where the input has no fixed shape. */
export function commandFields({ input }: Pick<CommandDefinition, 'input'>): CommandField[] {
  if (!(input instanceof z.ZodObject)) return [];
  return Object.entries(input.shape as Record<string, z.ZodType>).map(([name, schema]) => {
    const absent = schema.safeParse(undefined);
    return { name, ui: uiOf(schema), required: !absent.success, fallback: absent.data };
  });
}

/** The hints of a schema or, when it is wrapped as optional or with a default, of what is inside. */
export function uiOf(schema: z.ZodType): ParamUi | undefined {
  const own = schema.meta()?.ui;
  if (own !== undefined) return own as ParamUi;
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault || schema instanceof z.ZodNullable)
    return uiOf(schema.unwrap() as z.ZodType);
  return undefined;
}

/** Whether a role can be given this button at all: it has one, or it is a write of some screen. */
export function isGrantable({ button, roles }: Pick<CommandDefinition, 'button' | 'roles'>): boolean {
  return button || roles.length > 0;
}
