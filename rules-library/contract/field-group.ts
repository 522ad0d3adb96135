import { z } from 'zod';
import type { FieldGroup } from '../choices/field-groups.ts';

/** Said of a field of an answer: only who may read this group gets it. It stands in the interface's description too. */
export function readWith(group: FieldGroup): { 'x-field-group': FieldGroup } {
  return { 'x-field-group': group };
}

/** Data without a schema of its own: its fields are hidden by their names (`choices/field-groups.ts`). */
export function freeData() {
  return z.record(z.string(), z.unknown()).meta({ 'x-field-groups': 'by-name' });
}
