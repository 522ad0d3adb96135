import type { CommandDefinition } from '../../rules-library/define/command.ts';
import type { Vocabulary } from '../../rules-library/define/vocabulary.ts';
import type { Facts } from '../../rules-library/schema/rule.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import { fillBoth, fillText } from '../../rules-library/sentences/index.ts';
import { isJudgedLater } from '../facts-of-params.ts';
import { factOf } from '../three-valued.ts';

export interface ResolveContext {
  facts: Facts;
  vocabulary: Vocabulary;
  /** Moment of the decision, epoch ms. */
  now: number;
  zone?: string;
}

export interface ResolvedParams {
  /** The param `target`, where an action names what it acts on. */
  target: string | undefined;
  input: Record<string, unknown>;
  /** Facts that a param needed and that are absent. */
  missing: string[];
}

/** Puts facts, moments and placeholders of an event's params in place; a param whose fact is absent is left out. */
export function resolveParams(
  command: CommandDefinition | undefined,
  params: Readonly<Record<string, unknown>>,
  context: ResolveContext,
): ResolvedParams {
  const missing: string[] = [];
  const input: Record<string, unknown> = {};
  let target: string | undefined;
  for (const [name, value] of Object.entries(params)) {
    const resolved = resolve(value, context, missing);
    if (resolved === undefined) continue;
    if (name === 'target' && typeof resolved === 'string') target = resolved;
    else {
      const read = timed(command, name, resolved);
      if (read !== undefined) input[name] = read;
    }
  }
  return { target, input, missing };
}

function resolve(value: unknown, context: ResolveContext, missing: string[]): unknown {
  if (typeof value === 'string')
    return fillText(value, context.facts, context.vocabulary, 'zh', { zone: context.zone });
  if (Array.isArray(value)) return value.map((one) => resolve(one, context, missing));
  if (typeof value !== 'object' || value === null || isJudgedLater(value)) return value;
  if ('fact' in value && typeof value.fact === 'string') {
    const path = 'path' in value && typeof value.path === 'string' ? value.path : undefined;
    const found = factOf(context.facts, value.fact, path);
    if (found === undefined) missing.push(value.fact);
    return found;
  }
  if ('inMinutes' in value && typeof value.inMinutes === 'number') {
    return isoOf(context.now + value.inMinutes * 60_000);
  }
  if (isText(value)) return fillBoth(value, context.facts, context.vocabulary, { zone: context.zone });
  return Object.fromEntries(
    Object.entries(value)
      .map(([name, inner]) => [name, resolve(inner, context, missing)] as const)
      .filter(([, resolved]) => resolved !== undefined),
  );
}

function isText(value: object): value is Text {
  return 'zh' in value && 'en' in value && typeof value.zh === 'string' && typeof value.en === 'string';
}

/** A moment taken from a fact is epoch ms; inputs take it as ISO. */
function timed(command: CommandDefinition | undefined, name: string, value: unknown): unknown {
  if (typeof value !== 'number' || command === undefined) return value;
  const shape = (command.input as { shape?: Record<string, { meta?: () => unknown }> }).shape;
  const meta = shape?.[name]?.meta?.() as { ui?: { field?: string } } | undefined;
  return meta?.ui?.field === 'time' ? isoOf(value) : value;
}

/** A moment as inputs take it; undefined for what is beyond any calendar. */
function isoOf(moment: number): string | undefined {
  const date = new Date(moment);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString();
}
