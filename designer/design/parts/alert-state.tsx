import {
  CheckOutlined,
  ClockCircleOutlined,
  EyeOutlined,
  HourglassOutlined,
  SendOutlined,
} from '@ant-design/icons';
import type { ReactNode } from 'react';
import type { AlertState, AlertView } from '../../../rules-library/contract/alerts.ts';
import { waitingStates } from '../../../rules-library/contract/alerts.ts';
import { acknowledgeAlert } from '../../../rules-library/commands/acknowledge-alert.command.ts';
import { roles } from '../../../rules-library/choices/index.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { choiceLabel } from '../choice-label.ts';
import { durationText, exactTime } from '../format-time.ts';
import type { ToneName } from '../tokens.ts';
import { useNow } from '../use-now.ts';
import { Chip } from './chip.tsx';
import { partsTexts } from './parts.texts.ts';
import './alert-state.css';

const looks: Record<AlertState, { tone: ToneName; icon: ReactNode }> = {
  raised: { tone: 'neutral', icon: <SendOutlined /> },
  delivered: { tone: 'neutral', icon: <SendOutlined /> },
  seen: { tone: 'primary', icon: <EyeOutlined /> },
  escalated: { tone: 'danger', icon: <HourglassOutlined /> },
  expired: { tone: 'danger', icon: <HourglassOutlined /> },
  acknowledged: { tone: 'good', icon: <CheckOutlined /> },
  resolved: { tone: 'good', icon: <CheckOutlined /> },
  grouped: { tone: 'neutral', icon: <CheckOutlined /> },
};

/** How far an alert is in its life: who has it, who saw it, who answered with what, and how long there is left. */
export function AlertStateLine({ alert }: { alert: AlertView }) {
  const t = useTexts(partsTexts);
  const words = useStateWords(alert);
  const { tone, icon } = looks[alert.state];
  return (
    <div className="alert-state" role="group" aria-label={t('alertState')} data-state={alert.state}>
      <Chip tone={tone} icon={icon} title={whenText(alert)}>
        {words}
      </Chip>
      <TimeLeft alert={alert} />
    </div>
  );
}

function useStateWords(alert: AlertView): string {
  const text = useText();
  const t = useTexts(partsTexts);
  const { state, screens, seenBy, escalated, answer } = alert;
  const first = seenBy[0];
  switch (state) {
    case 'raised':
      return t('alertRaised');
    case 'delivered':
      return t('alertDelivered', { count: screens });
    case 'seen':
      if (first === undefined) return t('alertDelivered', { count: screens });
      return seenBy.length === 1
        ? t('alertSeen', { who: text(first.by) })
        : t('alertSeenMore', { who: text(first.by), count: seenBy.length });
    case 'escalated': {
      const names = (escalated?.rooms ?? []).map((room) => {
        const colon = room.indexOf(':');
        const [kind, id] = [room.slice(0, colon), room.slice(colon + 1)];
        if (kind === 'role') return text(choiceLabel(roles, id));
        return kind === 'warehouse' ? t('warehouseRoom', { warehouse: id }) : id;
      });
      return t('alertEscalated', { whom: names.join(t('and')) });
    }
    case 'expired':
      return t('alertExpired');
    case 'acknowledged':
    case 'resolved':
    case 'grouped': {
      if (answer === null || answer === undefined)
        return alert.acknowledgedBy === null
          ? t('alertOver')
          : t('acknowledgedBy', { who: text(alert.acknowledgedBy) });
      return answer.name === acknowledgeAlert.name
        ? t('acknowledgedBy', { who: text(answer.by) })
        : t('alertAnswered', { who: text(answer.by), button: text(answer.label) });
    }
  }
}

/** When the last step was taken, on hover. */
function whenText({ answer, escalated, seenBy, acknowledgedAt }: AlertView): string | undefined {
  const at = answer?.at ?? acknowledgedAt ?? escalated?.at ?? seenBy[0]?.at;
  return at === undefined ? undefined : exactTime(Date.parse(at));
}

function TimeLeft({ alert: { state, dueAt } }: { alert: AlertView }) {
  const t = useTexts(partsTexts);
  const language = useLanguage();
  const now = useNow();
  if (dueAt === null || dueAt === undefined || !waitingStates.includes(state)) return null;
  const due = Date.parse(dueAt);
  const late = now > due;
  return (
    <Chip tone={late ? 'danger' : 'hold'} icon={<ClockCircleOutlined />} title={exactTime(due)}>
      {late
        ? t('alertLate', { time: durationText(now - due, language) })
        : t('alertLeft', { time: durationText(due - now, language) })}
    </Chip>
  );
}
