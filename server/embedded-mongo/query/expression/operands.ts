import { StoreError } from '../../errors.ts';
import { typeNameOf } from '../values/bson-type.ts';
import type { CompileInner, Evaluate } from './scope.ts';

/** The operands of an operator that takes a list; a single operand may stand without the list. */
export function operandsOf(
  operand: unknown,
  compile: CompileInner,
  name: string,
  least: number,
  most = least,
): Evaluate[] {
  const list = Array.isArray(operand) ? (operand as unknown[]) : [operand];
  if (list.length < least || list.length > most) {
    const wanted =
      least === most ? `exactly ${least}` : most === Infinity ? `at least ${least}` : `${least} to ${most}`;
    throw new StoreError(
      16020,
      'Location16020',
      `Expression ${name} takes ${wanted} arguments. ${list.length} were passed in.`,
    );
  }
  return list.map((item) => compile(item));
}

/** True for null and for a value that is not there: most operators answer null to either. */
export function isNothing(value: unknown): value is null | undefined {
  return value === null || value === undefined;
}

/** The refusal of an operand of a wrong type. */
export function wrongType(name: string, wanted: string, value: unknown): StoreError {
  return new StoreError(14, 'TypeMismatch', `${name} only supports ${wanted}, not ${typeNameOf(value)}`);
}
