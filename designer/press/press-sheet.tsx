import { useQueryClient } from '@tanstack/react-query';
import { Button, Form, Modal } from 'antd';
import { useState } from 'react';
import type { Session } from '../../rules-library/contract/session.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { ApiError, errorText } from '../api/api-error.ts';
import type { Pressed, PressInput } from '../api/press.ts';
import { queryKeys } from '../api/query-keys.ts';
import { partsTexts } from '../design/parts/parts.texts.ts';
import { ReasonVoucher, reasonText, type ReasonVoucherValues } from '../design/parts/reason-voucher.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { InputControl } from './input-control.tsx';
import { checkInput, inputFields, withoutEmpty } from './input-fields.ts';
import { needsReason, type PressRequest } from './press-request.ts';
import { RefusalDetails } from './refusal-sheet.tsx';
import { useReasons } from './use-reasons.ts';
import './press.css';

export interface PressSheetProps {
  request: PressRequest;
  onSend: (input: PressInput) => Promise<Pressed>;
  /** What stood in the way is out of it: the next sending is a press of its own. */
  onCured: () => void;
  onDone: (pressed: Pressed | null) => void;
}

interface Values extends ReasonVoucherValues {
  input?: Record<string, unknown>;
}

/** The form of a button that needs more than a press. What was typed stays when it is refused. */
export function PressSheet({ request, onSend, onCured, onDone }: PressSheetProps) {
  const text = useText();
  const language = useLanguage();
  const t = useTexts(partsTexts);
  const [form] = Form.useForm<Values>();
  const [sending, setSending] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const session = useQueryClient().getQueryData<Session>(queryKeys.session);
  const fields = inputFields(request.name, request.input, session?.fields[request.name]);
  const withReason = needsReason(request);
  const reasons = useReasons(request.name, withReason);
  const help = vocabulary.commands.get(request.name)?.help;

  const finish = async (values: Values): Promise<void> => {
    const checked = checkInput(request.name, withoutEmpty({ ...request.input, ...values.input }));
    if ('wrong' in checked) {
      form.setFields([{ name: ['input', checked.wrong] as never, errors: [t('fillIn')] }]);
      return;
    }
    setSending(true);
    setError(null);
    try {
      const pressed = await onSend({
        name: request.name,
        target: request.target,
        input: checked.input,
        ...(withReason ? { reason: reasonText(values, language), voucher: values.voucher?.trim() } : {}),
      });
      onDone(pressed);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setSending(false);
    }
  };
  return (
    <Modal
      open
      title={text(request.label)}
      onCancel={() => onDone(null)}
      footer={[
        <Button key="cancel" onClick={() => onDone(null)}>
          {t('cancel')}
        </Button>,
        <Button key="press" type="primary" loading={sending} onClick={() => form.submit()}>
          {text(request.label)}
        </Button>,
      ]}
    >
      <p className="press-about soft">{request.about ?? (help === undefined ? '' : text(help))}</p>
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ input: request.initial ?? {} }}
        onFinish={(values) => void finish(values)}
      >
        {fields.map((field) => (
          <Form.Item
            key={field.name}
            name={['input', field.name]}
            label={`${text(field.ui.label)}${field.required ? '' : ` · ${t('optional')}`}`}
            rules={[{ required: field.required, message: t('fillIn') }]}
          >
            <InputControl field={field} />
          </Form.Item>
        ))}
        {withReason ? <ReasonVoucher reasons={reasons} /> : null}
      </Form>
      {error === null ? null : error instanceof ApiError ? (
        <RefusalDetails
          error={error}
          onCured={() => {
            onCured();
            setError(null);
          }}
          onLeave={() => onDone(null)}
        />
      ) : (
        <p role="alert">{text(errorText(error))}</p>
      )}
    </Modal>
  );
}
