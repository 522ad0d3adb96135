import type { Flow } from '../schema/flow.ts';
import { addCase } from './add-case.edit.ts';
import { addEdge } from './add-edge.edit.ts';
import { addNode } from './add-node.edit.ts';
import type { Batch, EditKind, FlowEdit } from './edit.ts';
import { insertOnEdge } from './insert-on-edge.edit.ts';
import { moveNodes } from './move-nodes.edit.ts';
import { putBack } from './put-back.edit.ts';
import { removeCase } from './remove-case.edit.ts';
import { removeEdge } from './remove-edge.edit.ts';
import { removeNodes } from './remove-nodes.edit.ts';
import { setName } from './set-name.edit.ts';
import { setParams } from './set-params.edit.ts';
import { setRank } from './set-rank.edit.ts';
import { setTitle } from './set-title.edit.ts';

const batch: EditKind<Batch> = {
  apply: (flow, { edits }) => edits.reduce(applyEdit, flow),
  invert(flow, { edits }) {
    const back: FlowEdit[] = [];
    let now = flow;
    for (const edit of edits) {
      const inverse = invertEdit(now, edit);
      if (inverse === undefined) continue;
      back.unshift(inverse);
      now = applyEdit(now, edit);
    }
    return back.length === 0 ? undefined : { type: 'batch', edits: back };
  },
};

const kinds: { [Type in FlowEdit['type']]: EditKind<Extract<FlowEdit, { type: Type }>> } = {
  'add-node': addNode,
  'remove-nodes': removeNodes,
  'put-back': putBack,
  'move-nodes': moveNodes,
  'add-edge': addEdge,
  'remove-edge': removeEdge,
  'insert-on-edge': insertOnEdge,
  'set-params': setParams,
  'set-title': setTitle,
  'set-name': setName,
  'set-rank': setRank,
  'add-case': addCase,
  'remove-case': removeCase,
  batch,
};

/** The drawing after an edit; the very same drawing when the edit does not fit it. */
export function applyEdit(flow: Flow, edit: FlowEdit): Flow {
  return (kinds[edit.type] as EditKind<FlowEdit>).apply(flow, edit);
}

/** The edit that leads from the drawing after `edit` back to this one; undefined when the edit does not fit it. */
export function invertEdit(flow: Flow, edit: FlowEdit): FlowEdit | undefined {
  return (kinds[edit.type] as EditKind<FlowEdit>).invert(flow, edit);
}

export type { FlowEdit, Place } from './edit.ts';
