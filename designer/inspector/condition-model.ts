import type { Comparison, Condition } from '../../rules-library/schema/condition.ts';

/** How the members of a group count. */
export type GroupMode = 'all' | 'any' | 'none' | 'notAll';
export const groupModes: readonly GroupMode[] = ['all', 'any', 'none', 'notAll'];

/** A group as the form shows it: its members, and how they count. `not` is a mode, never a level of its own. */
export interface Group {
  mode: GroupMode;
  members: readonly Condition[];
  id: string | undefined;
  /** Id of the group within a `not`. */
  innerId: string | undefined;
}

export function isComparison(condition: Condition): condition is Comparison {
  return 'fact' in condition;
}

/** Reads any condition as a group; a single comparison is a group of one. */
export function readGroup(condition: Condition): Group {
  if ('all' in condition) return groupOf('all', condition.all, condition.id);
  if ('any' in condition) return groupOf('any', condition.any, condition.id);
  if (isComparison(condition)) return groupOf('all', [condition], undefined);
  const inner = condition.not;
  if ('all' in inner) return groupOf('notAll', inner.all, condition.id, inner.id);
  if ('any' in inner) return groupOf('none', inner.any, condition.id, inner.id);
  return groupOf('none', [inner], condition.id);
}

function groupOf(mode: GroupMode, members: readonly Condition[], id?: string, innerId?: string): Group {
  return { mode, members, id, innerId };
}

/** The condition of a group. */
export function writeGroup({ mode, members, id, innerId }: Group): Condition {
  const own = id === undefined ? {} : { id };
  const inner = innerId === undefined ? {} : { id: innerId };
  const list = [...members];
  switch (mode) {
    case 'all':
      return { ...own, all: list };
    case 'any':
      return { ...own, any: list };
    case 'none':
      return { ...own, not: { ...inner, any: list } };
    case 'notAll':
      return { ...own, not: { ...inner, all: list } };
  }
}

/** Where a member of a group stands in its params, as problems name it. */
export function memberPath(path: string, { mode }: Group, index: number): string {
  const steps: Record<GroupMode, string> = { all: '.all', any: '.any', none: '.not.any', notAll: '.not.all' };
  return `${path}${steps[mode]}[${index}]`;
}
