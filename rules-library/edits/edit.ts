import type { Flow, FlowCase, FlowEdge, FlowNode } from '../schema/flow.ts';
import type { Text } from '../schema/text.ts';

/** Where a node stands on the canvas. */
export interface Place {
  x: number;
  y: number;
}

/** Places a block on the canvas; the last of the nodes unless an index is given. */
export interface AddNode {
  type: 'add-node';
  node: FlowNode;
  place: Place;
  index?: number;
}

/** Takes blocks away, with their places and every join from and to them. */
export interface RemoveNodes {
  type: 'remove-nodes';
  nodes: readonly string[];
}

/** Brings back what a `remove-nodes` took away, each thing to where it was. Only `invert` makes it. */
export interface PutBack {
  type: 'put-back';
  nodes: readonly { node: FlowNode; index: number }[];
  edges: readonly { edge: FlowEdge; index: number }[];
  layout: Readonly<Record<string, Place>>;
}

/** Moves blocks; null takes the place away, so that the layout gives one. */
export interface MoveNodes {
  type: 'move-nodes';
  to: Readonly<Record<string, Place | null>>;
}

/** Joins a port to a block. The edge has an id; the last of the edges unless an index is given. */
export interface AddEdge {
  type: 'add-edge';
  edge: FlowEdge;
  index?: number;
}

export interface RemoveEdge {
  type: 'remove-edge';
  edge: string;
}

/** Puts a block into a join: what came in by the edge now enters the block, and its `port` leads on to where the edge led. */
export interface InsertOnEdge {
  type: 'insert-on-edge';
  edge: string;
  node: FlowNode;
  place: Place;
  /** Exit that leads on; a block without one ends the way here. */
  port?: string;
  /** Id of the join that leads on. */
  onward: string;
}

export interface SetParams {
  type: 'set-params';
  node: string;
  params: Record<string, unknown>;
}

/** Names a block; without a title it is called by its kind. */
export interface SetTitle {
  type: 'set-title';
  node: string;
  title?: Text | undefined;
}

/** Names the flow. */
export interface SetName {
  type: 'set-name';
  name: Text;
}

/** Sets the flow's place among the others: smaller goes first. */
export interface SetRank {
  type: 'set-rank';
  rank: number;
}

/** Keeps an example beside the flow; the last of the cases unless an index is given. */
export interface AddCase {
  type: 'add-case';
  case: FlowCase;
  index?: number;
}

export interface RemoveCase {
  type: 'remove-case';
  case: string;
}

/** Several edits that are one gesture. */
export interface Batch {
  type: 'batch';
  edits: readonly FlowEdit[];
}

/** Every way in which a drawing changes. */
export type FlowEdit =
  | AddNode
  | RemoveNodes
  | PutBack
  | MoveNodes
  | AddEdge
  | RemoveEdge
  | InsertOnEdge
  | SetParams
  | SetTitle
  | SetName
  | SetRank
  | AddCase
  | RemoveCase
  | Batch;

/**
 * How one kind of edit works. Both functions are pure and total: an edit that does not fit the drawing (its node is gone, its
 * id is taken) gives back the very same drawing, and has no inverse.
 */
export interface EditKind<Edit extends FlowEdit> {
  apply: (flow: Flow, edit: Edit) => Flow;
  /** The edit that leads back, given the drawing before. */
  invert: (flow: Flow, edit: Edit) => FlowEdit | undefined;
}
