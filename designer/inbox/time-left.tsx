import { ClockCircleOutlined } from '@ant-design/icons';
import type { ApprovalView } from '../../rules-library/contract/approvals.ts';
import { durationText } from '../design/format-time.ts';
import { Chip } from '../design/parts/chip.tsx';
import type { ToneName } from '../design/tokens.ts';
import { useNow } from '../design/use-now.ts';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { inboxTexts } from './inbox.texts.ts';

/** Less than this is shown as urgent. */
const shortMs = 30 * 60_000;

const settled: Partial<Record<ApprovalView['state'], { tone: ToneName; text: `state${string}` }>> = {
  approved: { tone: 'good', text: 'stateApproved' },
  rejected: { tone: 'danger', text: 'stateRejected' },
  timedOut: { tone: 'hold', text: 'stateTimedOut' },
  answered: { tone: 'good', text: 'stateAnswered' },
  ended: { tone: 'neutral', text: 'stateEnded' },
};

/** How long is left to decide; what became of it when that is over. */
export function TimeLeft({ asking: { state, dueAt } }: { asking: ApprovalView }) {
  const t = useTexts(inboxTexts);
  const language = useLanguage();
  const now = useNow();
  const over = settled[state];
  if (over !== undefined) return <Chip tone={over.tone}>{t(over.text as 'stateApproved')}</Chip>;
  if (state === 'asked-back') return <Chip tone="neutral">{t('stopped')}</Chip>;
  if (dueAt === null) return null;
  const left = Date.parse(dueAt) - now;
  return (
    <Chip tone={left < shortMs ? 'danger' : 'hold'} icon={<ClockCircleOutlined />}>
      {left < 0
        ? t('late', { time: durationText(-left, language) })
        : t('left', { time: durationText(left, language) })}
    </Chip>
  );
}
