import type { EditKind, SetParams } from './edit.ts';

export const setParams: EditKind<SetParams> = {
  apply(flow, { node: id, params }) {
    const index = flow.nodes.findIndex((node) => node.id === id);
    const node = flow.nodes[index];
    return node === undefined ? flow : { ...flow, nodes: flow.nodes.with(index, { ...node, params }) };
  },
  invert(flow, { node: id }) {
    const node = flow.nodes.find((node) => node.id === id);
    return node === undefined ? undefined : { type: 'set-params', node: id, params: node.params };
  },
};
