import { z } from 'zod';
import type { FieldGroup } from '../choices/field-groups.ts';
import { textSchema } from '../schema/text.ts';

/** Said of a field of an answer: only who may read this group gets it. It stands in the interface's description too. */
export function readWith(group: FieldGroup): { 'x-field-group': FieldGroup } {
  return { 'x-field-group': group };
}

/** Data without a schema of its own: its fields are hidden by their names (`choices/field-groups.ts`). */
export function freeData() {
  return z.record(z.string(), z.unknown()).meta({ 'x-field-groups': 'by-name' });
}

/** Said of a text of an answer that tells what happened to somebody's order: amounts in it are for who may read them. */
export const told = { 'x-told-text': true } as const;

/** Such a text in both languages. */
export const toldTextSchema = textSchema.meta(told);
