import { z } from 'zod';
import type { ParamUi } from '../../rules-library/define/block.ts';

/** One param of a block, as its form needs it. */
export interface DescribedParam {
  name: string;
  ui: ParamUi;
  optional: boolean;
  /** What counts while nothing is given. */
  fallback: unknown;
  /** `{ fact }` may stand for a constant. */
  takesFact: boolean;
  /** `{ inMinutes }` may stand for a time. */
  takesMinutes: boolean;
  /** Words may be given in both languages. */
  takesText: boolean;
  /** Values of a choice that the hints do not label. */
  values: readonly string[];
}

const known = new WeakMap<z.ZodType, readonly DescribedParam[]>();

/** The params of a block that a person fills in, in the order of its schema. */
export function describeParams(schema: z.ZodType): readonly DescribedParam[] {
  const before = known.get(schema);
  if (before !== undefined) return before;
  const shape = schema instanceof z.ZodObject ? (schema.shape as Record<string, z.ZodType>) : {};
  const described = Object.entries(shape).flatMap(([name, field]): DescribedParam[] => {
    const ui = hintsOf(field);
    if (ui === undefined) return [];
    const { inner, optional, fallback } = unwrap(field);
    const options = optionsOf(inner);
    return [
      {
        name,
        ui,
        optional,
        fallback,
        takesFact: options.some((option) => hasKey(option, 'fact')),
        takesMinutes: options.some((option) => hasKey(option, 'inMinutes')),
        takesText: options.some((option) => hasKey(option, 'zh')),
        values: options.flatMap((option) => (option instanceof z.ZodEnum ? option.options.map(String) : [])),
      },
    ];
  });
  known.set(schema, described);
  return described;
}

function hintsOf(field: z.ZodType): ParamUi | undefined {
  return (field.meta() as { ui?: ParamUi } | undefined)?.ui;
}

function unwrap(field: z.ZodType): { inner: z.ZodType; optional: boolean; fallback: unknown } {
  let inner = field;
  let optional = false;
  let fallback: unknown;
  while (inner instanceof z.ZodOptional || inner instanceof z.ZodDefault) {
    if (inner instanceof z.ZodOptional) optional = true;
    else fallback = inner.def.defaultValue;
    inner = inner.unwrap() as z.ZodType;
  }
  return { inner, optional, fallback };
}

/** The ways in which a value may be given, unions within unions laid open. */
function optionsOf(schema: z.ZodType): z.ZodType[] {
  if (!(schema instanceof z.ZodUnion)) return [schema];
  return (schema.options as z.ZodType[]).flatMap(optionsOf);
}

function hasKey(schema: z.ZodType, key: string): boolean {
  return schema instanceof z.ZodObject && Object.hasOwn(schema.shape, key);
}
