import { CheckCircleOutlined, ReloadOutlined, WarningOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import type { AuditVerification } from '../../rules-library/contract/audit.ts';
import { countText } from '../design/format-number.ts';
import { Card } from '../design/parts/card.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useTexts } from '../i18n/use-texts.ts';
import { auditTexts } from './audit.texts.ts';
import { useVerification } from './use-audit.ts';

type Texts = ReturnType<typeof useAuditTexts>;
const useAuditTexts = () => useTexts(auditTexts);

const mostShown = 12;

/** Whether the audit is as it was written; what is not, place by place. */
export function VerificationCard() {
  const t = useAuditTexts();
  const verification = useVerification(true);
  const { data } = verification;
  if (verification.isError) {
    return (
      <Card>
        <ErrorState error={verification.error} onRetry={() => void verification.refetch()} />
      </Card>
    );
  }
  if (data === undefined) {
    return (
      <Card>
        <Skeleton rows={1} height={28} />
      </Card>
    );
  }
  const found = problemsOf(data, t);
  const whole = found.length === 0;
  return (
    <Card className={`audit-state ${whole ? 'tone-good' : 'tone-danger'}`}>
      <div className="audit-state-line" role="status">
        <span className="audit-state-icon" aria-hidden>
          {whole ? <CheckCircleOutlined /> : <WarningOutlined />}
        </span>
        <div className="audit-state-text">
          <strong>{whole ? t('whole') : t('broken', { count: found.length })}</strong>
          <p className="soft">
            {whole
              ? t('wholeHelp', {
                  entries: countText(data.entries),
                  links: countText(data.seals),
                  points: countText(data.checkpoints.count),
                  files: countText(data.files.count),
                })
              : t('brokenHelp')}
          </p>
        </div>
        <Button
          icon={<ReloadOutlined />}
          loading={verification.isFetching}
          onClick={() => void verification.refetch()}
        >
          {verification.isFetching ? t('checking') : t('check')}
        </Button>
      </div>
      {whole ? null : (
        <ul className="audit-problems">
          {found.slice(0, mostShown).map((problem) => (
            <li key={problem}>{problem}</li>
          ))}
        </ul>
      )}
    </Card>
  );
}

/** Every problem as a line: where, and what is wrong there. */
function problemsOf({ problems, checkpoints, files }: AuditVerification, t: Texts): string[] {
  const lines = [
    ...problems.map(({ seal, entry, problem }) => {
      const where = seal === 0 ? t('outside') : t('inLink', { link: String(seal) });
      const what = entry === undefined ? '' : ` · ${t('entry', { id: entry })}`;
      return `${where}${what} ${wordOf(problem, t)}`;
    }),
    ...checkpoints.problems.map(
      ({ n, problem }) => `${t('inPoint', { link: String(n) })} ${wordOf(problem, t)}`,
    ),
    ...files.problems.map(({ file, seal, problem }) => {
      const where = seal === undefined ? file : `${file} · ${t('inLink', { link: String(seal) })}`;
      return `${where} ${wordOf(problem, t)}`;
    }),
  ];
  return [...new Set(lines)];
}

function wordOf(problem: string, t: Texts): string {
  switch (problem) {
    case 'broken':
      return t('brokenLink');
    case 'hole':
    case 'missing':
    case 'changed':
    case 'unnamed':
    case 'unreadable':
    case 'forged':
    case 'cut':
    case 'removed':
    case 'moved':
    case 'damaged':
    case 'differs':
    case 'unknown':
      return t(problem);
    default:
      return t('changed');
  }
}
