import { Form, Input, Radio } from 'antd';
import type { Language, Text } from '../../../rules-library/schema/text.ts';
import { say, useText, useTexts } from '../../i18n/use-texts.ts';
import { partsTexts } from './parts.texts.ts';
import './reason-voucher.css';

const sources = ['phone', 'wechat', 'counter', 'document'] as const;

/** What the part fills in. */
export interface ReasonVoucherValues {
  source?: (typeof sources)[number];
  reason?: string;
  voucher?: string;
}

/** Reason as it is kept: where the wish came from, then why. */
export function reasonText({ source, reason = '' }: ReasonVoucherValues, language: Language): string {
  const why = reason.trim();
  if (source === undefined) return why;
  return language === 'zh'
    ? `${say(language, partsTexts, source)}：${why}`
    : `${say(language, partsTexts, source)}: ${why}`;
}

/** Reasons in one tap each: the one tapped is written into the field, where more can be said. */
function ReasonChoices({ reasons }: { reasons: readonly Text[] }) {
  const text = useText();
  const t = useTexts(partsTexts);
  const form = Form.useFormInstance<ReasonVoucherValues>();
  const chosen = Form.useWatch('reason', form);
  return (
    <div className="reason-choices" role="group" aria-label={t('reasonChoices')}>
      {reasons.map((reason) => (
        <button
          key={reason.zh}
          type="button"
          className="reason-choice"
          aria-pressed={chosen === text(reason)}
          onClick={() => {
            form.setFieldValue('reason', text(reason));
            void form.validateFields(['reason']);
          }}
        >
          {text(reason)}
        </button>
      ))}
    </div>
  );
}

/**
 * Part of an antd form: where the wish came from and the reason in one tap each, and the voucher number behind it. `reasons`: to
 * choose from; another can be written.
 */
export function ReasonVoucher({ reasons = [] }: { reasons?: readonly Text[] }) {
  const t = useTexts(partsTexts);
  return (
    <>
      <Form.Item name="source" label={`${t('source')} · ${t('optional')}`}>
        <Radio.Group
          optionType="button"
          options={sources.map((source) => ({ value: source, label: t(source) }))}
        />
      </Form.Item>
      {reasons.length === 0 ? null : <ReasonChoices reasons={reasons} />}
      <Form.Item
        name="reason"
        label={t('reason')}
        rules={[{ required: true, whitespace: true, message: t('reasonNeeded') }]}
      >
        <Input.TextArea autoSize={{ minRows: 2, maxRows: 5 }} maxLength={450} placeholder={t('reasonHint')} />
      </Form.Item>
      <Form.Item
        name="voucher"
        label={t('voucher')}
        rules={[{ required: true, whitespace: true, message: t('voucherNeeded') }]}
      >
        <Input maxLength={120} placeholder={t('voucherHint')} autoComplete="off" />
      </Form.Item>
    </>
  );
}
