import { Button } from 'antd';
import type { PublishPreview } from '../../rules-library/contract/releases.ts';
import { Chip } from '../design/parts/chip.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { publishTexts } from './publish.texts.ts';

type Change = PublishPreview['flows'][number];

const words = {
  new: 'changeNew',
  changed: 'changeChanged',
  same: 'changeSame',
  removed: 'changeRemoved',
} as const;

/** What publishing changes in one flow: its new and its lost sentences, and what is wrong with it. */
export function FlowChange({
  flow,
  onJump,
}: {
  flow: Change;
  onJump?: ((flow: string, node: string | undefined) => void) | undefined;
}) {
  const t = useTexts(publishTexts);
  const text = useText();
  const errors = flow.problems.filter(({ level }) => level === 'error');
  const warnings = flow.problems.filter(({ level }) => level === 'warning');
  const moved = flow.change === 'changed' && flow.added.length === 0 && flow.removed.length === 0;
  return (
    <section className="publish-flow">
      <h3>
        {text(flow.name)}{' '}
        <Chip tone={flow.change === 'removed' ? 'danger' : 'primary'}>{t(words[flow.change])}</Chip>
      </h3>
      {errors.length + warnings.length === 0 ? null : (
        <ul className="publish-problems">
          {[...errors, ...warnings].map((problem) => (
            <li key={`${problem.node} ${problem.code} ${problem.path}`} data-level={problem.level}>
              <span>{text(problem.text)}</span>
              {onJump === undefined || problem.node === undefined ? null : (
                <Button type="link" size="small" onClick={() => onJump(flow.id, problem.node)}>
                  {t('jump')}
                </Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {moved ? <p className="soft">{t('layoutOnly')}</p> : null}
      <Sentences title={t('added')} kind="added" lines={flow.added.map(text)} />
      <Sentences title={t('removed')} kind="removed" lines={flow.removed.map(text)} />
    </section>
  );
}

function Sentences({ title, kind, lines }: { title: string; kind: 'added' | 'removed'; lines: string[] }) {
  if (lines.length === 0) return null;
  return (
    <>
      <h4>{title}</h4>
      <ul className="publish-sentences" data-kind={kind}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </>
  );
}
