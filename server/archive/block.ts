import type { Facts } from '../../rules-library/schema/rule.ts';
import { encodeTable, Table } from './table.ts';

/** A decision as the archive keeps it: what it was decided on, without who it was about. */
export interface ArchivedDecision {
  id: string;
  /** When it was decided, epoch ms. */
  at: number;
  /** `order:ID`. */
  subject: string;
  /** Number of the release that decided. */
  release: number;
  /** Facts that were read, entries of lists (`list.ID`) among them. */
  facts: Facts;
}

// No fact id begins so.
const own = { id: '#id', at: '#at', subject: '#subject', release: '#release' } as const;

export function encodeBlock(decisions: readonly ArchivedDecision[]): Buffer {
  return encodeTable(
    decisions.map(({ id, at, subject, release, facts }) => ({
      ...facts,
      [own.id]: id,
      [own.at]: at,
      [own.subject]: subject,
      [own.release]: release,
    })),
  );
}

/** Decisions of one block, unpacked as far as they are asked for. */
export class Block {
  readonly rows: number;
  private readonly table: Table;

  constructor(bytes: Buffer) {
    this.table = new Table(bytes);
    this.rows = this.table.rows;
  }

  id(row: number): string {
    return this.table.value(own.id, row) as string;
  }

  at(row: number): number {
    return this.table.value(own.at, row) as number;
  }

  subject(row: number): string {
    return this.table.value(own.subject, row) as string;
  }

  release(row: number): number {
    return this.table.value(own.release, row) as number;
  }

  /** A reader of the facts of a row: these facts only, or all. */
  facts(names?: readonly string[]): (row: number) => Record<string, unknown> {
    return this.table.records(names ?? this.table.names().filter((name) => !name.startsWith('#')));
  }
}
