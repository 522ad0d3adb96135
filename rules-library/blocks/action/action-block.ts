import { z } from 'zod';
import {
  defineBlock,
  type BlockContext,
  type BlockDefinition,
  type BlockExample,
  type BlockTone,
} from '../../define/block.ts';
import type { CommandDefinition } from '../../define/command.ts';
import { factReferenceSchema } from '../../schema/condition.ts';
import { inputSegments } from '../../sentences/param.ts';

/** A moment so many minutes after the decision. */
export const inMinutesSchema = z.object({ inMinutes: z.int().min(0).max(525_600) });

interface ActionOptions {
  /** What its colour says; information without one. */
  tone?: BlockTone;
  initial: Record<string, unknown>;
  examples: readonly BlockExample[];
}

/** The action block of a command a rule may press: its params are the command's input, where facts may stand for constants. */
export function actionBlock(command: CommandDefinition, options: ActionOptions): BlockDefinition {
  return defineBlock({
    kind: command.name,
    version: 1,
    category: 'action',
    needs: [command.name],
    label: command.label,
    help: command.help,
    ...(options.tone === undefined ? {} : { tone: options.tone }),
    follows: command.target.includes('any') ? undefined : command.target,
    ports: () => [...command.ports],
    params: actionParams(command),
    initial: options.initial,
    compile: (params, context) => {
      const stages = command.ports.filter(({ id }) => id !== 'next').map(({ id }) => id);
      const event = { type: command.name, params: bindLines(params as Record<string, unknown>, context) };
      return { role: 'action', event, ...(stages.length > 0 ? { stages } : {}) };
    },
    sentence: (params, context) => {
      const { target: _, ...input } = params as Record<string, unknown>;
      return (
        command.sentence?.(input, context) ??
        inputSegments(command.label[context.language], command.input, input, context)
      );
    },
    examples: options.examples,
  });
}

/** Every field of the input takes a fact instead; times also `{ inMinutes }`, lists of lines `all` or `matched`. */
function actionParams(command: CommandDefinition): z.ZodType {
  if (!(command.input instanceof z.ZodObject))
    throw new Error(`${command.name}: the input of an action is an object`);
  const shape: Record<string, z.ZodType> = {};
  for (const [name, field] of Object.entries<z.ZodType>(command.input.shape)) {
    const optional = field instanceof z.ZodOptional;
    const meta = (optional ? ((field.unwrap() as z.ZodType).meta() ?? field.meta()) : field.meta()) ?? {};
    const inner = optional ? (field.unwrap() as z.ZodType) : field;
    const kind = (meta as { ui?: { field?: string } }).ui?.field;
    const choices: z.ZodType[] = [inner, factReferenceSchema];
    if (kind === 'time') choices.push(inMinutesSchema);
    if (kind === 'lines') choices.push(z.enum(['all', 'matched']));
    const param = z.union(choices as [z.ZodType, ...z.ZodType[]]);
    shape[name] = (optional ? param.optional() : param).meta(field.meta() ?? meta);
  }
  return z.strictObject({ ...shape, target: z.string().max(200).optional() });
}

/** `matched` lines are those the nearest line condition before this block surely hit. */
function bindLines(params: Record<string, unknown>, context: BlockContext): Record<string, unknown> {
  const { lines, ...rest } = params;
  if (lines === undefined || lines === 'all') return rest;
  if (lines === 'matched') {
    // Without a line condition before it there is no such result, and the compiler says so.
    const result = context.matchedLines ?? `${context.flow}.lines`;
    return { ...rest, lines: { fact: `${result}.matched` } };
  }
  return params;
}
