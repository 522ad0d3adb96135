import { ExclamationCircleFilled, InfoCircleFilled, WarningFilled } from '@ant-design/icons';
import { Button } from 'antd';
import { vocabulary } from '../../rules-library/index.ts';
import type { Finding } from '../../runtime/index.ts';
import { useEditor, useFlow, useProblems } from '../editor/editor-context.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { caseOf } from './case-of.ts';
import './findings.css';
import { findingsTexts } from './findings.texts.ts';

const icons = {
  error: <ExclamationCircleFilled aria-hidden />,
  warning: <WarningFilled aria-hidden />,
  info: <InfoCircleFilled aria-hidden />,
};

export interface FindingListProps {
  findings: readonly Finding[];
  /** Shows rows of a table. */
  onRows?: (rows: readonly string[]) => void;
  /** Shows a block. */
  onNode?: (node: string) => void;
}

/** Findings in sentences, each with its cure; one that an order shows can be kept as a case. */
export function FindingList({ findings, onRows, onNode }: FindingListProps) {
  const t = useTexts(findingsTexts);
  const text = useText();
  return (
    <ul className="finding-list" aria-label={t('title')}>
      {findings.map((finding) => {
        const node = finding.nodes[0]?.split('/')[1];
        return (
          <li key={finding.text.zh} data-level={finding.level} data-finding={finding.kind}>
            <span className="finding-mark">{icons[finding.level]}</span>
            <div>
              {onNode === undefined || node === undefined ? (
                <p>{text(finding.text)}</p>
              ) : (
                <button type="button" className="finding-text" onClick={() => onNode(node)}>
                  {text(finding.text)}
                </button>
              )}
              <p className="finding-cure">
                {text(finding.cure)}
                {onRows === undefined || finding.rows === undefined ? null : (
                  <Button type="link" size="small" onClick={() => onRows(finding.rows!)}>
                    {t('showRow')}
                  </Button>
                )}
                <KeepAsCase finding={finding} />
              </p>
            </div>
          </li>
        );
      })}
    </ul>
  );
}

/** One click keeps the order that shows it, with what comes of it now. */
function KeepAsCase({ finding }: { finding: Finding }) {
  const t = useTexts(findingsTexts);
  const flow = useFlow();
  const { document, mayEdit } = useEditor();
  const errors = useProblems((state) => state.errors);
  if (finding.witness === null || !mayEdit || errors > 0) return null;
  const isKept = flow.cases.some(({ name }) => name.zh === finding.text.zh);
  if (isKept) return <span className="finding-kept">{t('kept')}</span>;
  return (
    <Button
      type="link"
      size="small"
      data-action="keep-case"
      onClick={() => {
        const made = caseOf(document.store.getState().flow, finding, vocabulary);
        if (made !== undefined) document.change({ type: 'add-case', case: made });
      }}
    >
      {t('keep')}
    </Button>
  );
}
