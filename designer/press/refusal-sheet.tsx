import { useQueryClient } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { z } from 'zod';
import { roles } from '../../rules-library/choices/index.ts';
import { textSchema, type Text } from '../../rules-library/schema/text.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { ApiError } from '../api/api-error.ts';
import { sessionQuery } from '../app/session.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { partsTexts } from '../design/parts/parts.texts.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { PressButton } from './press-button.tsx';
import type { PressRequest } from './press-request.ts';

export interface Refused {
  request: PressRequest;
  error: ApiError;
}

const detailsSchema = z.object({
  reasons: z.array(z.object({ text: textSchema })).catch([]),
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

/** What stands in the way, and the ways round as buttons. */
export function RefusalSheet({
  refused: { request, error },
  onClose,
}: {
  refused: Refused;
  onClose: () => void;
}) {
  const text = useText();
  const t = useTexts(partsTexts);
  return (
    <Modal
      open
      title={t('refused', { button: text(request.label) })}
      onCancel={onClose}
      footer={<Button onClick={onClose}>{t('understood')}</Button>}
    >
      <RefusalDetails error={error} onCured={onClose} />
    </Modal>
  );
}

/** The reasons of a refusal in sentences, and the buttons that help. */
export function RefusalDetails({ error, onCured }: { error: ApiError; onCured: () => void }) {
  const text = useText();
  const t = useTexts(partsTexts);
  const details = detailsSchema.safeParse(error.details ?? {});
  const reasons = details.success ? details.data.reasons : [];
  const session = useQueryClient().getQueryData(sessionQuery.queryKey);
  const all = details.success ? details.data.cures : [];
  const cures = all.filter(({ name }) => session?.buttons.includes(name) ?? true);
  const others = all.filter((cure) => !cures.includes(cure)).map(({ name }) => name);
  return (
    <div role="alert" className="refusal">
      <p>{text(error.text)}</p>
      {reasons.length === 0 ? null : (
        <ul className="refusal-reasons">
          {reasons.map(({ text: reason }) => (
            <li key={reason.zh}>{text(reason)}</li>
          ))}
        </ul>
      )}
      {[...new Set(others)].map((name) => (
        <p key={name} className="refusal-others">
          {t('askOthers', {
            button: text(labelOf(name)),
            who: (vocabulary.commands.get(name)?.roles ?? [])
              .map((role) => text(choiceLabel(roles, role)))
              .join(t('listComma')),
          })}
        </p>
      ))}
      {cures.length === 0 ? null : (
        <div className="refusal-cures">
          <span className="faint">{t('waysRound')}</span>
          {cures.map(({ name, target, input }) => (
            <PressButton
              key={`${name}|${target ?? ''}`}
              name={name}
              label={labelOf(name)}
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

function labelOf(name: string): Text {
  return vocabulary.commands.get(name)?.label ?? { zh: name, en: name };
}
