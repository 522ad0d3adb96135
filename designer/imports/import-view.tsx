import { InfoCircleOutlined } from '@ant-design/icons';
import { Alert, Button } from 'antd';
import { useState } from 'react';
import { verdicts, type ImportView as Import, type Verdict } from '../../rules-library/contract/imports.ts';
import { importKindOf, type ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { countText } from '../design/format-number.ts';
import { nearTime } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useNow } from '../design/use-now.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { DownloadRejected } from './download-rejected.tsx';
import { ImportActing } from './import-acting.tsx';
import { ImportRows } from './import-rows.tsx';
import { importsTexts } from './imports.texts.ts';
import { useImport } from './use-imports.ts';

/** One file: what it would change, the button, how far it is, what became of it. */
export function ImportView({ id, onClose }: { id: string; onClose: () => void }) {
  const found = useImport(id);
  if (found.isPending) {
    return (
      <Card>
        <Skeleton rows={6} height={36} />
      </Card>
    );
  }
  const kind = found.data === undefined ? undefined : importKindOf(found.data.kind);
  if (found.data === undefined || kind === undefined) {
    return (
      <Card>
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      </Card>
    );
  }
  return (
    <Shown
      key={found.data.state === 'ready' ? 'ready' : 'begun'}
      of={found.data}
      kind={kind}
      onClose={onClose}
    />
  );
}

function Shown({ of, kind, onClose }: { of: Import; kind: ImportKindDefinition; onClose: () => void }) {
  const t = useTexts(importsTexts);
  const text = useText();
  const begun = of.startedAt !== null;
  const counts = begun ? of.outcome : of.counts;
  const first = verdicts.find((verdict) => counts[verdict] > 0) ?? 'added';
  const [verdict, setVerdict] = useState<Verdict>(begun ? 'rejected' : first);
  return (
    <Card
      title={text(kind.label)}
      note={t('columnsOf', { file: of.file.name, count: of.total })}
      aside={
        <Button size="small" onClick={onClose}>
          {t('another')}
        </Button>
      }
    >
      <div className="import-verdicts" role="tablist">
        {verdicts.map((one) => (
          <button
            key={one}
            type="button"
            role="tab"
            aria-selected={one === verdict && counts[one] > 0}
            data-verdict={one}
            // Rows that were taken in are looked at where they are now.
            disabled={begun && one !== 'rejected'}
            className={`import-verdict verdict-${one}`}
            onClick={() => setVerdict(one)}
          >
            <span className="import-count">{countText(counts[one])}</span>
            <span>{t(one)}</span>
          </button>
        ))}
      </div>
      <Said of={of} />
      <ImportActing of={of} kind={kind} />
      {begun && counts.rejected === 0 ? null : (
        <ImportRows of={of} kind={kind} verdict={verdict} aside={<DownloadRejected of={of} kind={kind} />} />
      )}
    </Card>
  );
}

/** What has to be known about it beside the figures. */
function Said({ of }: { of: Import }) {
  const t = useTexts(importsTexts);
  const text = useText();
  const language = useLanguage();
  const now = useNow();
  const { sameAs, counts, state, note } = of;
  const told: string[] = [];
  if (state === 'ready' && sameAs !== null) {
    const time = nearTime(Date.parse(sameAs.at), now, language);
    told.push(t('sameAs', { who: text(sameAs.by.name), time }));
  }
  if (state === 'ready' && counts.added + counts.changed === 0) told.push(t('nothingChanges'));
  return (
    <>
      {told.length === 0 ? null : (
        <Alert
          className="import-failed"
          type="info"
          showIcon
          icon={<InfoCircleOutlined />}
          title={told.join(' · ')}
        />
      )}
      {state === 'stopped' && note !== null ? (
        <Alert className="import-failed" type="error" showIcon title={text(note)} />
      ) : null}
      {state === 'staging' ? <p className="soft import-failed">{t('chooseAgain')}</p> : null}
    </>
  );
}
