import type { z } from 'zod';
import type { PublishPreview, publishSchema } from '../../rules-library/contract/releases.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import type { Text } from '../../rules-library/schema/text.ts';
import type { Store } from '../store/store.ts';
import type { Compiler } from './publish-release.handler.ts';
import { readChosen } from './read-chosen.ts';

export interface PreviewCompiler extends Compiler {
  /** The flow in sentences, one per step, in the order of reading. */
  sentences: (flow: Flow) => Text[];
}

/** What publishing these drafts would change against what is in force: sentences that come and go, and what to mend first. */
export async function previewRelease(
  store: Store,
  compiler: PreviewCompiler,
  input: z.output<typeof publishSchema>,
): Promise<PublishPreview> {
  const { pointer, live, chosen } = await readChosen(store, input);
  const before = new Map(live.map(({ flow }) => [flow.id, flow]));
  const flows = chosen.map(({ flow, version, change }) => {
    const old = before.get(flow.id);
    const now = change === 'same' ? [] : compiler.sentences(flow);
    const then = change === 'same' || old === undefined ? [] : compiler.sentences(old);
    return {
      id: flow.id,
      name: flow.name,
      version,
      change,
      added: without(now, then),
      removed: without(then, now),
      problems: change === 'same' ? [] : compiler.compile(flow).problems,
    };
  });
  const changed = flows.filter(({ change }) => change !== 'same');
  const mended = changed.every(({ problems }) => problems.every(({ level }) => level !== 'error'));
  return {
    flows: [...changed, ...flows.filter(({ change }) => change === 'same')],
    publishable: changed.length > 0 && mended,
    nextNumber: (pointer?.lastNumber ?? 0) + 1,
  };
}

/** Sentences of one list that the other does not have, each as often as it is over. */
function without(these: readonly Text[], those: readonly Text[]): Text[] {
  const left = new Map<string, number>();
  for (const { zh } of those) left.set(zh, (left.get(zh) ?? 0) + 1);
  return these.filter(({ zh }) => {
    const count = left.get(zh) ?? 0;
    if (count > 0) left.set(zh, count - 1);
    return count === 0;
  });
}
