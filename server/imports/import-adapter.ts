import type { VerdictCounts } from '../../rules-library/contract/imports.ts';
import type { ImportKind } from '../../rules-library/tables/import-kinds.ts';
import type { PlannedItem } from '../catalog/plan-items.ts';
import type { Executed } from '../door/door.ts';
import type { Need, State } from '../door/handler.ts';
import type { RejectedLine, StagedRow } from './stored-import.ts';

/** The person who takes a file in, at the buttons. */
export interface PressAs {
  /** The same key never takes effect twice. */
  press(
    call: { name: string; target?: string; input: unknown; bytes?: number },
    key: string,
  ): Promise<Executed>;
  /** Which of these keys were pressed before, by a run that was interrupted. */
  pressed(keys: readonly string[]): Promise<ReadonlySet<string>>;
}

export interface TakenIn {
  counts: VerdictCounts;
  rejected: RejectedLine[];
}

/** How the rows of one kind of file are understood and taken in. */
export interface ImportAdapter {
  kinds: readonly ImportKind[];
  /** Rows hold personal data: they wait sealed. */
  personal(kind: ImportKind): boolean;
  needs(kind: ImportKind, items: readonly unknown[]): Need[];
  /** What each row would do, on what the store holds now. Pure. */
  plan(kind: ImportKind, items: readonly unknown[], state: State): PlannedItem[];
  /** Takes rows in that were not rejected. Throws `NotAllowed` where the person may not press what it takes. */
  takeIn(kind: ImportKind, rows: readonly StagedRow[], as: PressAs, key: string): Promise<TakenIn>;
}

/** The person who takes a file in may not (any more): it stops with these words. */
export class NotAllowed extends Error {
  readonly refused: Extract<Executed, { ok: false }>['refusal'];

  constructor(refused: NotAllowed['refused']) {
    super(refused.message.en);
    this.name = 'NotAllowed';
    this.refused = refused;
  }
}
