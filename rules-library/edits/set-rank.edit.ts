import type { EditKind, SetRank } from './edit.ts';

export const setRank: EditKind<SetRank> = {
  apply: (flow, { rank }) => ({ ...flow, rank }),
  invert: ({ rank }) => ({ type: 'set-rank', rank }),
};
