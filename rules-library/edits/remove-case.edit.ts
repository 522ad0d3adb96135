import type { EditKind, RemoveCase } from './edit.ts';

export const removeCase: EditKind<RemoveCase> = {
  apply(flow, { case: id }) {
    const index = flow.cases.findIndex((one) => one.id === id);
    return index === -1 ? flow : { ...flow, cases: flow.cases.toSpliced(index, 1) };
  },
  invert(flow, { case: id }) {
    const index = flow.cases.findIndex((one) => one.id === id);
    const removed = flow.cases[index];
    return removed === undefined ? undefined : { type: 'add-case', case: removed, index };
  },
};
