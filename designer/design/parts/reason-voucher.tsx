import { Form, Input, Radio } from 'antd';
import type { Language } from '../../../rules-library/schema/text.ts';
import { say, useTexts } from '../../i18n/use-texts.ts';
import { partsTexts } from './parts.texts.ts';

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

/** Part of an antd form: where the wish came from in one tap, the reason, and the voucher number behind it. */
export function ReasonVoucher() {
  const t = useTexts(partsTexts);
  return (
    <>
      <Form.Item name="source" label={`${t('source')} · ${t('optional')}`}>
        <Radio.Group
          optionType="button"
          options={sources.map((source) => ({ value: source, label: t(source) }))}
        />
      </Form.Item>
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
