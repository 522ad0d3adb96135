import type { AddCase, EditKind } from './edit.ts';
import { inserted } from './places-in-drawing.ts';

export const addCase: EditKind<AddCase> = {
  apply: (flow, { case: added, index }) =>
    flow.cases.some(({ id }) => id === added.id)
      ? flow
      : { ...flow, cases: inserted(flow.cases, added, index) },
  invert: (flow, { case: { id } }) =>
    flow.cases.some((one) => one.id === id) ? undefined : { type: 'remove-case', case: id },
};
