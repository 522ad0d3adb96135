import { CheckOutlined } from '@ant-design/icons';
import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { z } from 'zod';
import { roles } from '../../rules-library/choices/index.ts';
import type { Session } from '../../rules-library/contract/session.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { textSchema } from '../../rules-library/schema/text.ts';
import type { ApiError } from '../api/api-error.ts';
import { queryKeys } from '../api/query-keys.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { placeOfRule, ruleAddress } from '../design/rule-address.ts';
import { partsTexts } from '../design/parts/parts.texts.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { cureLabel } from './cure-label.ts';
import { PressButton } from './press-button.tsx';
import type { PressRequest } from './press-request.ts';

export interface Refused {
  request: PressRequest;
  error: ApiError;
}

const detailsSchema = z.object({
  /** The gate's decision: its reasons are all there is to say. */
  decision: z.string().optional().catch(undefined),
  reasons: z.array(z.object({ text: textSchema, rule: z.string().nullish() })).catch([]),
  cures: z
    .array(
      z.object({
        name: z.string(),
        target: z.string().optional(),
        input: z.record(z.string(), z.unknown()).optional(),
      }),
    )
    .catch([]),
});

/** What stands in the way, and the ways round as buttons; once one was pressed, the button itself again. */
export function RefusalSheet({
  refused: { request, error },
  onClose,
}: {
  refused: Refused;
  onClose: () => void;
}) {
  const text = useText();
  const t = useTexts(partsTexts);
  const [cured, setCured] = useState(false);
  return (
    <Modal
      open
      title={t('refused', { button: text(request.label) })}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('understood')}</Button>}
    >
      {cured ? (
        <div className="refusal-cured">
          <CheckOutlined aria-hidden />
          <span>{t('cured')}</span>
          <PressButton {...request} type="primary" onDone={onClose} />
        </div>
      ) : (
        <RefusalDetails error={error} onCured={() => setCured(true)} onLeave={onClose} />
      )}
    </Modal>
  );
}

interface RefusalDetailsProps {
  error: ApiError;
  onCured: () => void;
  /** The person goes to look at a rule. */
  onLeave?: () => void;
}

/** The reasons of a refusal in sentences, and the buttons that help, of those this person may press. */
export function RefusalDetails({ error, onCured, onLeave }: RefusalDetailsProps) {
  const text = useText();
  const t = useTexts(partsTexts);
  const mine = useQueryClient().getQueryData<Session>(queryKeys.session)?.buttons;
  const read = detailsSchema.safeParse(error.details ?? {});
  const { decision, reasons, cures } = read.success
    ? read.data
    : { decision: undefined, reasons: [], cures: [] };
  const offered = cures.filter(({ name }) => mine === undefined || mine.includes(name));
  const atGate = decision !== undefined && reasons.length > 0;
  const others = cures.filter((cure) => !offered.includes(cure)).map(({ name }) => name);
  return (
    <div role="alert" className="refusal">
      {atGate ? null : <p>{text(error.text)}</p>}
      {reasons.length === 0 ? null : (
        <ul className="refusal-reasons">
          {reasons.map(({ text: reason, rule }) => (
            <li key={`${rule ?? ''}|${reason.zh}`}>
              {text(reason)}
              {rule === null || rule === undefined || decision === undefined ? null : (
                <Link className="refusal-rule" to={addressOf(rule, decision)} onClick={onLeave}>
                  {t('seeRule')}
                </Link>
              )}
            </li>
          ))}
        </ul>
      )}
      {[...new Set(others)].map((name) => (
        <p key={name} className="refusal-others">
          {t('askOthers', {
            button: text(cureLabel(name, undefined)),
            who: (vocabulary.commands.get(name)?.roles ?? [])
              .map((role) => text(choiceLabel(roles, role)))
              .join(t('listComma')),
          })}
        </p>
      ))}
      {offered.length === 0 ? null : (
        <div className="refusal-cures">
          <span className="faint">{t('waysRound')}</span>
          {offered.map(({ name, target, input }) => (
            <PressButton
              key={`${name}|${target ?? ''}|${JSON.stringify(input ?? {})}`}
              name={name}
              label={cureLabel(name, input)}
              target={target}
              input={input}
              onDone={onCured}
            />
          ))}
        </div>
      )}
    </div>
  );
}

function addressOf(rule: string, decision: string): string {
  const { flow, node } = placeOfRule(rule);
  return ruleAddress(flow, node, decision);
}
