import { useMemo } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import { stepsOf } from '../../rules-library/sentences/index.ts';
import { Sentence } from '../canvas/sentence.tsx';
import { companyZone } from '../design/zone.ts';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useNames } from '../inspector/use-names.ts';
import { useEditor, useFlow } from './editor-context.ts';
import { editorTexts } from './editor.texts.ts';
import { selectNode } from './session-store.ts';

/** The flow as numbered plain sentences, for who does not draw. A press shows the block. */
export function ReadView() {
  const t = useTexts(editorTexts);
  const language = useLanguage();
  const flow = useFlow();
  const nameOf = useNames();
  const { session } = useEditor();
  const steps = useMemo(
    () => stepsOf(flow, language, vocabulary, { zone: companyZone(), nameOf }),
    [flow, language, nameOf],
  );
  return (
    <div className="read">
      <section className="read-card">
        <h2>{t('readTitle')}</h2>
        {steps.length === 0 ? <p className="soft">{t('emptyRead')}</p> : null}
        <ol className="read-steps">
          {steps.map(({ node, segments }) => (
            <li key={node}>
              <button
                type="button"
                className="read-step"
                title={t('readShow')}
                onClick={() => selectNode(session, node)}
              >
                <Sentence segments={segments} />
              </button>
            </li>
          ))}
        </ol>
      </section>
    </div>
  );
}
