import type { EditKind, SetName } from './edit.ts';

export const setName: EditKind<SetName> = {
  apply: (flow, { name }) => ({ ...flow, name }),
  invert: ({ name }) => ({ type: 'set-name', name }),
};
