import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Checkbox, Form, Input, InputNumber, Modal } from 'antd';
import type { z } from 'zod';
import { fieldGroups } from '../../rules-library/choices/field-groups.ts';
import {
  newKeySchema,
  type keyInputSchema,
  type keyRequestSchema,
} from '../../rules-library/contract/session.ts';
import { errorText } from '../api/api-error.ts';
import { call } from '../api/client.ts';
import { queryKeys } from '../api/query-keys.ts';
import { ReasonVoucher, reasonText, type ReasonVoucherValues } from '../design/parts/reason-voucher.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { commandScopes, readScopes } from './key-scopes.ts';
import { keysTexts } from './keys.texts.ts';

type KeyRequest = z.input<typeof keyRequestSchema>;
type KeyForm = z.input<typeof keyInputSchema> & ReasonVoucherValues;

export interface NewKeyProps {
  onClose: () => void;
  onMade: (made: z.output<typeof newKeySchema>) => void;
}

/** The form of a new key: for which system, and what it may do. */
export function NewKey({ onClose, onMade }: NewKeyProps) {
  const t = useTexts(keysTexts);
  const text = useText();
  const language = useLanguage();
  const queryClient = useQueryClient();
  const [form] = Form.useForm<KeyForm>();
  const make = useMutation({
    mutationFn: (body: KeyRequest) => call({ method: 'POST', path: '/keys', body, answer: newKeySchema }),
    onSuccess(made) {
      void queryClient.invalidateQueries({ queryKey: queryKeys.keys });
      onMade(made);
    },
  });
  return (
    <Modal
      open
      title={t('make')}
      okText={t('make')}
      cancelText={t('cancel')}
      confirmLoading={make.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<KeyForm>
        form={form}
        className="key-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{
          commands: ['ingest-order', 'record-event'],
          reads: ['orders'],
          sees: fieldGroups.map(({ value }) => value),
          perSecond: 1000,
        }}
        onFinish={({ source, reason, voucher, name, ...values }) =>
          make.mutate({
            ...values,
            name: name.trim(),
            reason: reasonText({ source, reason }, language),
            voucher: voucher?.trim(),
          })
        }
      >
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
        >
          <Input autoFocus maxLength={80} placeholder={t('nameHint')} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="commands"
          label={t('may')}
          dependencies={['reads']}
          rules={[
            ({ getFieldValue }) => ({
              validator: (_rule, commands: string[] | undefined) =>
                (commands?.length ?? 0) + ((getFieldValue('reads') as string[] | undefined)?.length ?? 0) > 0
                  ? Promise.resolve()
                  : Promise.reject(new Error(t('oneNeeded'))),
            }),
          ]}
        >
          <Checkbox.Group
            className="key-choices"
            options={commandScopes.map(({ value, label }) => ({ value, label: text(label) }))}
          />
        </Form.Item>
        <Form.Item name="reads" label={t('reads')}>
          <Checkbox.Group
            className="key-choices"
            options={readScopes.map(({ value, label }) => ({ value, label: text(label) }))}
          />
        </Form.Item>
        <Form.Item name="sees" label={t('sees')}>
          <Checkbox.Group
            className="key-choices"
            options={fieldGroups.map(({ value, label }) => ({ value, label: text(label) }))}
          />
        </Form.Item>
        <Form.Item name="perSecond" label={t('perSecond')} rules={[{ required: true }]}>
          <InputNumber min={1} max={10_000} precision={0} />
        </Form.Item>
        <ReasonVoucher />
      </Form>
      {make.isError ? (
        <p className="key-failed" role="alert">
          {text(errorText(make.error))}
        </p>
      ) : null}
    </Modal>
  );
}
