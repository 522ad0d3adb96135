import { Progress } from 'antd';
import { Link } from 'react-router';
import { stopEach } from '../../rules-library/commands/stop-each.command.ts';
import type { EachRun } from '../../rules-library/contract/each.ts';
import { countText } from '../design/format-number.ts';
import { durationText } from '../design/format-time.ts';
import { Chip } from '../design/parts/chip.tsx';
import { TimeText } from '../design/parts/time-text.tsx';
import { ruleAddress } from '../design/rule-address.ts';
import type { ToneName } from '../design/tokens.ts';
import { useNow } from '../design/use-now.ts';
import { useMayPress } from '../app/session.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from '../press/press-button.tsx';
import { tasksTexts } from './tasks.texts.ts';
import { timeLeft } from './time-left.ts';

const tones: Record<EachRun['state'], ToneName> = {
  gathering: 'primary',
  running: 'primary',
  done: 'good',
  stopped: 'hold',
};

/** One going-through: how far it is, how long it still takes, and the button that stops it. */
export function TaskCard({ task }: { task: EachRun }) {
  const t = useTexts(tasksTexts);
  const text = useText();
  const language = useLanguage();
  const now = useNow();
  const mayStop = useMayPress(stopEach.name);
  const { state, done, total, looked, skipped, flowName, flow, node, at, endedAt } = task;
  const left = timeLeft(task, now);
  const facts = [
    state === 'gathering' ? null : t('progress', { done: countText(done), total: countText(total) }),
    skipped === 0 ? null : t('skipped', { count: countText(skipped) }),
    left === null ? null : t('left', { time: durationText(left, language) }),
  ].filter((fact) => fact !== null);
  return (
    <article className="card task" aria-label={text(flowName)}>
      <header className="task-head">
        <strong>{text(flowName)}</strong>
        <Chip tone={tones[state]}>
          {state === 'gathering' ? t('gathering', { looked: countText(looked) }) : t(state)}
        </Chip>
        <TimeText at={endedAt ?? at} />
      </header>
      <Progress
        percent={total === 0 ? (state === 'done' ? 100 : 0) : Math.round((done / total) * 100)}
        {...(state === 'stopped' ? { strokeColor: 'var(--hold-text)' } : {})}
      />
      {facts.length === 0 ? null : <p className="soft">{facts.join(' · ')}</p>}
      <footer className="task-foot">
        {endedAt === null && mayStop ? (
          <PressButton name={stopEach.name} label={stopEach.label} input={{ run: task.id }} danger />
        ) : null}
        <Link className="task-rule" to={ruleAddress(flow, node, null)}>
          {t('seeRule')}
        </Link>
      </footer>
    </article>
  );
}
