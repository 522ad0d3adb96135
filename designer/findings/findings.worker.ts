import { vocabulary } from '../../rules-library/index.ts';
import type { Flow } from '../../rules-library/schema/flow.ts';
import { findingsOf } from './find.ts';

/** Looks at drawings away from the screen: proofs may take seconds. One drawing in, its findings out. */
self.addEventListener('message', ({ data }: MessageEvent<Flow>) => {
  // A worker speaks to the page that made it alone: there is no origin to name.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  self.postMessage(findingsOf(data, vocabulary));
});
