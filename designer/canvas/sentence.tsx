import { useMemo } from 'react';
import type { Segment } from '../../rules-library/define/sentence.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { FlowNode } from '../../rules-library/schema/flow.ts';
import { sentenceOfNode } from '../../rules-library/sentences/index.ts';
import { companyZone } from '../design/zone.ts';
import { useFlow } from '../editor/editor-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { useNames } from '../inspector/use-names.ts';

/** What a node does, in pieces. */
export function useSentence(node: FlowNode): Segment[] {
  const language = useLanguage();
  const flow = useFlow();
  const nameOf = useNames();
  return useMemo(
    () => sentenceOfNode(node, flow, language, vocabulary, { zone: companyZone(), nameOf }),
    [node, flow, language, nameOf],
  );
}

/** A sentence with its values in bold. */
export function Sentence({ segments }: { segments: readonly Segment[] }) {
  return (
    <>
      {segments.map(({ kind, text }, index) =>
        kind === 'value' || kind === 'operator' || kind === 'fact' || kind === 'join' ? (
          // A sentence has no parts of its own identity.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={index} className={`word-${kind}`}>
            {text}
          </span>
        ) : (
          text
        ),
      )}
    </>
  );
}
