import { vocabulary } from '../../../rules-library/index.ts';
import type { Place } from '../../../rules-library/edits/index.ts';
import type { Editor } from '../editor-context.ts';
import { removeEdit } from '../gestures.ts';
import { copied } from './copied.ts';
import { type Part, partOf } from './part.ts';
import { pasteEdit } from './paste.ts';

/** What can be done with the chosen blocks and a clipboard. */
export interface Clipboard {
  /** The chosen blocks, kept for this window too; undefined when none is chosen. */
  copy: () => Part | undefined;
  cut: () => Part | undefined;
  /** Puts a part in: beside what it was copied from, or in the middle of what is seen of another flow. */
  paste: (part: Part) => void;
  /** The chosen blocks once more, beside themselves. */
  duplicate: () => void;
}

export interface ClipboardOptions {
  editor: Pick<Editor, 'document' | 'session' | 'flowId'>;
  /** The middle of what is seen of the canvas. */
  middle: () => Place;
  /** A trigger was left out, as the flow has one. */
  onLeftTrigger: () => void;
}

/** Copy, cut, paste and duplicate on one open drawing; each is one step back. */
export function createClipboard({ editor, middle, onLeftTrigger }: ClipboardOptions): Clipboard {
  const { document, session, flowId } = editor;
  const flow = () => document.store.getState().flow;
  const chosen = (): Part | undefined => partOf(flow(), session.getState().nodes);
  const put = (part: Part, at?: Place): void => {
    const { edit, nodes, leftTrigger } = pasteEdit(flow(), vocabulary, part, at);
    if (leftTrigger) onLeftTrigger();
    if (document.change(edit)) session.setState({ nodes, edges: [] });
  };
  const copy = (): Part | undefined => {
    const part = chosen();
    if (part !== undefined) copied.setState({ part });
    return part;
  };
  return {
    copy,
    cut() {
      const part = copy();
      if (part === undefined) return undefined;
      const nodes = part.nodes.map(({ id }) => id);
      document.change(removeEdit(nodes, []));
      return part;
    },
    paste: (part) => put(part, part.flow === flowId ? undefined : middle()),
    duplicate() {
      const part = chosen();
      if (part !== undefined) put(part);
    },
  };
}
