import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Place } from '../../rules-library/edits/index.ts';
import type { Text } from '../../rules-library/schema/text.ts';

/** A join that is being drawn. */
export interface Joining {
  node: string;
  port: string;
}

/** A block on its way from the palette, at the pointer. */
export interface Dragged {
  kind: string;
  x: number;
  y: number;
}

/** What belongs to this window only: never saved, never undone. */
export interface SessionState {
  view: 'canvas' | 'read';
  nodes: readonly string[];
  edges: readonly string[];
  /** Places of blocks while they are dragged. */
  moving: Readonly<Record<string, Place>> | null;
  joining: Joining | null;
  /** Why a join is refused where the pointer is. */
  refusal: { text: Text; x: number; y: number } | null;
  dragged: Dragged | null;
  /** The join a dragged block would be put into. */
  dropEdge: string | null;
  /** On a narrow screen: what lies over the canvas. */
  drawer: 'palette' | 'inspector' | null;
  publishing: boolean;
}

export type SessionStore = StoreApi<SessionState>;

export function createSession(): SessionStore {
  return createStore<SessionState>(() => ({
    view: 'canvas',
    nodes: [],
    edges: [],
    moving: null,
    joining: null,
    refusal: null,
    dragged: null,
    dropEdge: null,
    drawer: null,
    publishing: false,
  }));
}

/** Chooses one block, so that the inspector shows it. */
export function selectNode(session: SessionStore, node: string): void {
  session.setState({ nodes: [node], edges: [], view: 'canvas' });
}
