import type { Flow } from '../schema/flow.ts';

/**
 * One kind of change to a drawing. Both functions are pure and total: an edit that does not fit the drawing (its node is gone,
 * its id is taken) leaves it as it is, the very same object, and its inverse does nothing.
 */
export interface EditKind<Edit, Any = unknown> {
  type: string;
  /** The drawing after the edit. */
  apply: (flow: Flow, edit: Edit) => Flow;
  /** The edit that leads back, given the drawing before. Undefined when there is nothing to undo. */
  invert: (flow: Flow, edit: Edit) => Any | undefined;
}

/** Puts an entry in at a place; at the end without one. */
export function inserted<Item>(items: readonly Item[], item: Item, index: number | undefined): Item[] {
  const at = index === undefined ? items.length : Math.max(0, Math.min(index, items.length));
  return [...items.slice(0, at), item, ...items.slice(at)];
}
