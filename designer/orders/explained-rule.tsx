import { CheckOutlined, CloseOutlined, MinusOutlined, QuestionOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { ExplanationView } from '../../rules-library/contract/orders.ts';
import { Chip } from '../design/parts/chip.tsx';
import type { ToneName } from '../design/tokens.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { orderTexts } from './order.texts.ts';
import type { ToldRule } from './told-rules.ts';

type Rule = ExplanationView['rules'][number];

const states = {
  matched: { tone: 'good', label: 'matched' },
  not: { tone: 'neutral', label: 'not' },
  unknown: { tone: 'hold', label: 'unknown' },
  'not-reached': { tone: 'neutral', label: 'notReached' },
} as const satisfies Record<Rule['state'], { tone: ToneName; label: string }>;

const conditions = {
  true: { tone: 'good', label: 'conditionTrue', icon: <CheckOutlined /> },
  false: { tone: 'neutral', label: 'conditionFalse', icon: <CloseOutlined /> },
  unknown: { tone: 'hold', label: 'conditionUnknown', icon: <QuestionOutlined /> },
  'not-reached': { tone: 'neutral', label: 'conditionNotReached', icon: <MinusOutlined /> },
} as const satisfies Record<
  Rule['conditions'][number]['state'],
  { tone: ToneName; label: string; icon: ReactNode }
>;

/** One rule of an explanation: its outcome, its conditions with what was found, and what would have changed it. */
export function ExplainedRule({ rule, decision }: { rule: ToldRule; decision: string }) {
  const t = useTexts(orderTexts);
  const text = useText();
  const { tone, label } = states[rule.state];
  const address = `/rules/${encodeURIComponent(rule.flow)}?${new URLSearchParams({ node: rule.node, decision }).toString()}`;
  return (
    <li className="why-rule" data-rule={rule.key} data-state={rule.state}>
      <Chip tone={tone}>{t(label)}</Chip>
      <div className="why-words">
        <p>
          <strong>{text(rule.flowName)}</strong>
          <Link to={address}>{t('seeOnCanvas')}</Link>
        </p>
        <ul className="why-does">
          {rule.does.map((does) => (
            <li key={does.zh}>{text(does)}</li>
          ))}
        </ul>
        {rule.conditions.length === 0 ? null : (
          <ul className="why-conditions">
            {rule.conditions.map((condition, index) => (
              <li key={condition.id ?? index} className={`tone-${conditions[condition.state].tone}`}>
                <span className="why-mark" title={t(conditions[condition.state].label)}>
                  <span aria-hidden>{conditions[condition.state].icon}</span>
                  <span className="visually-hidden">{t(conditions[condition.state].label)}</span>
                </span>
                {text(condition.text)}
              </li>
            ))}
          </ul>
        )}
        {rule.flip === null ? null : <p className="why-flip">{text(rule.flip)}</p>}
      </div>
    </li>
  );
}
