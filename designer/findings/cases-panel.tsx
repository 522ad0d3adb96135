import { CloseOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { useMemo } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import type { Flow, FlowCase } from '../../rules-library/schema/flow.ts';
import { nodeName } from '../../rules-library/sentences/index.ts';
import { compileFlow, coverage, runCases, type CaseResult } from '../../runtime/index.ts';
import { useEditor, useFlow, useProblems } from '../editor/editor-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import './findings.css';
import { findingsTexts } from './findings.texts.ts';

/** The cases kept beside the flow, run as the drawing is now, and what none of them comes by. */
export function CasesPanel() {
  const t = useTexts(findingsTexts);
  const flow = useFlow();
  const errors = useProblems((state) => state.errors);
  const results = useMemo(() => (errors > 0 ? [] : runCases(flow, flow.cases, vocabulary)), [flow, errors]);
  const failed = results.filter(({ passed }) => !passed).length;
  return (
    <section aria-label={t('cases')} data-testid="cases">
      <h3 className="field-label">{t('cases')}</h3>
      {flow.cases.length === 0 ? (
        <p className="faint">{t('noCases')}</p>
      ) : (
        <>
          {errors > 0 ? null : (
            <p className={failed > 0 ? 'case-differs' : 'flow-ready'}>
              {failed > 0 ? t('somePass', { count: failed }) : t('allPass', { count: results.length })}
            </p>
          )}
          <ul className="case-list">
            {flow.cases.map((one) => (
              <CaseLine key={one.id} one={one} result={results.find((result) => result.case === one.id)} />
            ))}
          </ul>
          {errors > 0 ? null : <Untouched flow={flow} />}
        </>
      )}
    </section>
  );
}

function CaseLine({ one, result }: { one: FlowCase; result: CaseResult | undefined }) {
  const t = useTexts(findingsTexts);
  const text = useText();
  const { document, mayEdit } = useEditor();
  const accept = (): void => {
    const events = (result?.events ?? []).map(({ type, params }) => ({ type, params }));
    document.change({
      type: 'batch',
      edits: [
        { type: 'remove-case', case: one.id },
        {
          type: 'add-case',
          case: { ...one, expect: { events } },
          index: document.store.getState().flow.cases.findIndex(({ id }) => id === one.id),
        },
      ],
    });
  };
  return (
    <li data-case={one.id} data-passed={result?.passed}>
      <div className="field-row">
        <p className="field-wide">{text(one.name)}</p>
        {mayEdit ? (
          <Button
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('removeCase')}
            onClick={() => document.change({ type: 'remove-case', case: one.id })}
          />
        ) : null}
      </div>
      {result === undefined || result.passed ? null : (
        <div className="case-differs">
          {result.differences.map((difference) => (
            <p key={difference.en}>{text(difference)}</p>
          ))}
          {mayEdit ? (
            <Button type="link" size="small" onClick={accept}>
              {t('accept')}
            </Button>
          ) : null}
        </div>
      )}
    </li>
  );
}

/** Blocks and rows no case comes by. */
function Untouched({ flow }: { flow: Flow }) {
  const t = useTexts(findingsTexts);
  const language = useLanguage();
  const missing = useMemo(() => {
    const { nodes, rows } = coverage(flow, flow.cases, compileFlow(flow, vocabulary), vocabulary);
    return { nodes: nodes.untouched, rows: rows.untouched };
  }, [flow]);
  const named = (id: string): string => {
    const node = flow.nodes.find((one) => one.id === id);
    return node === undefined ? id : nodeName(node, vocabulary)[language];
  };
  const byTable = new Map<string, number[]>();
  for (const place of missing.rows) {
    const [node = '', row = ''] = place.split(':', 2);
    const rows = flow.nodes.find(({ id }) => id === node)?.params.rows as { id: string }[] | undefined;
    const number = (rows?.findIndex(({ id }) => id === row) ?? -1) + 1;
    byTable.set(node, [...(byTable.get(node) ?? []), number]);
  }
  const parts = [
    ...missing.nodes.map((id) => (language === 'zh' ? `「${named(id)}」` : `"${named(id)}"`)),
    ...[...byTable].map(([node, rows]) =>
      t('untouchedRows', { name: named(node), rows: rows.join(language === 'zh' ? '、' : ', ') }),
    ),
  ];
  if (parts.length === 0) return null;
  return (
    <p className="faint">
      {t('untouched')} {parts.join(language === 'zh' ? '，' : ', ')}
    </p>
  );
}
