import { CheckCircleFilled } from '@ant-design/icons';
import { Input, InputNumber } from 'antd';
import { vocabulary } from '../../rules-library/index.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import { useEditor, useFlow, useProblems } from '../editor/editor-context.ts';
import { retitle } from '../editor/retitle.ts';
import { selectNode } from '../editor/session-store.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { CasesPanel } from '../findings/cases-panel.tsx';
import { FindingList } from '../findings/finding-list.tsx';
import { findingsTexts } from '../findings/findings.texts.ts';
import { useFindings } from '../findings/use-findings.ts';
import { inspectorTexts } from './inspector.texts.ts';

/** The whole flow: its name, its place among the others, everything that is still to mend. */
export function FlowInspector() {
  const t = useTexts(inspectorTexts);
  const language = useLanguage();
  const flow = useFlow();
  const { document, mayEdit } = useEditor();
  return (
    <>
      <h2>{t('wholeFlow')}</h2>
      <label className="field">
        <span className="field-label">{t('name')}</span>
        <Input
          value={flow.name[language]}
          maxLength={60}
          disabled={!mayEdit}
          onChange={({ target }) =>
            document.change({ type: 'set-name', name: retitle(flow.name, language, target.value) }, 'name')
          }
          onBlur={() => document.seal()}
        />
      </label>
      <label className="field">
        <span className="field-label">{t('rank')}</span>
        <InputNumber<number>
          value={flow.rank}
          min={1}
          max={10_000}
          precision={0}
          disabled={!mayEdit}
          onChange={(rank) =>
            rank === null ? undefined : document.change({ type: 'set-rank', rank }, 'rank')
          }
          onBlur={() => document.seal()}
        />
        <span className="field-help">{t('rankHelp')}</span>
      </label>
      {flow.nodes.length === 0 ? null : (
        <>
          <FlowProblems />
          <FlowFindings />
          <CasesPanel />
        </>
      )}
    </>
  );
}

/** What the whole drawing makes worth a look. */
function FlowFindings() {
  const t = useTexts(findingsTexts);
  const { session } = useEditor();
  const { findings, isLooking, isUnknown } = useFindings((state) => state);
  const errors = useProblems((state) => state.errors);
  return (
    <section aria-label={t('title')} data-testid="findings">
      <h3 className="field-label">{t('title')}</h3>
      {findings.length > 0 ? (
        <FindingList findings={findings} onNode={(node) => selectNode(session, node)} />
      ) : (
        <p className="faint">
          {isLooking ? t('looking') : isUnknown ? t('unknown') : errors > 0 ? t('mendFirst') : t('nothing')}
        </p>
      )}
    </section>
  );
}

function FlowProblems() {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const flow = useFlow();
  const { session } = useEditor();
  const problems = useProblems((state) => state.problems);
  return (
    <section aria-label={t('problems')}>
      <h3 className="field-label">{t('problems')}</h3>
      {problems.length === 0 ? (
        <p className="flow-ready">
          <CheckCircleFilled aria-hidden /> {t('noProblems')}
        </p>
      ) : (
        <ul className="flow-problems">
          {problems.map(({ node: id, code, path, level, text: said }) => {
            const node = flow.nodes.find((one) => one.id === id);
            return (
              <li key={`${id} ${code} ${path} ${said.en}`} data-level={level}>
                {node === undefined ? (
                  <p className="flow-problem">{text(said)}</p>
                ) : (
                  <button type="button" className="flow-problem" onClick={() => selectNode(session, node.id)}>
                    <b>{text(nodeName(node, vocabulary))}</b>
                    {text(said)}
                  </button>
                )}
              </li>
            );
          })}
        </ul>
      )}
      <p className="faint inspector-hint">{t('chooseBlock')}</p>
    </section>
  );
}
