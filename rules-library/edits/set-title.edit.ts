import type { EditKind, SetTitle } from './edit.ts';

export const setTitle: EditKind<SetTitle> = {
  apply(flow, { node: id, title }) {
    const index = flow.nodes.findIndex((node) => node.id === id);
    const node = flow.nodes[index];
    if (node === undefined) return flow;
    const { title: _, ...untitled } = node;
    return { ...flow, nodes: flow.nodes.with(index, title === undefined ? untitled : { ...node, title }) };
  },
  invert(flow, { node: id }) {
    const node = flow.nodes.find((node) => node.id === id);
    if (node === undefined) return undefined;
    return { type: 'set-title', node: id, ...(node.title === undefined ? {} : { title: node.title }) };
  },
};
