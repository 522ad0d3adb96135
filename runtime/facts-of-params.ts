import { factsInText } from '../rules-library/sentences/index.ts';

/** A fact an event's params name, and whether it stands inside a list, where nothing puts its value in. */
export interface NamedInParams {
  fact: string;
  inList: boolean;
}

/** Facts an action's params name: as a value, or as a placeholder of a text. */
export function factsOfParams(params: unknown): NamedInParams[] {
  if (typeof params === 'string') return factsInText(params).map((fact) => ({ fact, inList: false }));
  if (Array.isArray(params)) {
    return params.flatMap((one) =>
      factsOfParams(one).map(({ fact, inList }) => ({ fact, inList: inList || isReference(one) })),
    );
  }
  if (typeof params !== 'object' || params === null || isJudgedLater(params)) return [];
  if (isReference(params)) return [{ fact: params.fact, inList: false }];
  return Object.values(params).flatMap(factsOfParams);
}

/** Conditions an event hands on, to be judged of other things: their facts are not those at hand. */
export function isJudgedLater(value: object): boolean {
  return Object.hasOwn(value, 'conditions') && Object.hasOwn(value, 'derived');
}

function isReference(value: unknown): value is { fact: string } {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.hasOwn(value, 'fact') &&
    typeof (value as { fact: unknown }).fact === 'string'
  );
}
