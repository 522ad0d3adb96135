import { Form, Input, Modal } from 'antd';
import type { SetUpLink } from '../../rules-library/contract/people.ts';
import { errorText } from '../api/api-error.ts';
import { ReasonVoucher, reasonText, type ReasonVoucherValues } from '../design/parts/reason-voucher.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { peopleTexts } from './people.texts.ts';
import { PlaceFields, placeOf, type PlaceValues } from './place-fields.tsx';
import { useSetUpLink } from './use-people.ts';

interface Values extends PlaceValues, ReasonVoucherValues {
  name: string;
  username: string;
}

export interface NewPersonProps {
  onClose: () => void;
  onMade: (made: SetUpLink) => void;
}

/** The form of a new person. Their password is theirs: they get a link. */
export function NewPerson({ onClose, onMade }: NewPersonProps) {
  const t = useTexts(peopleTexts);
  const text = useText();
  const language = useLanguage();
  const [form] = Form.useForm<Values>();
  const add = useSetUpLink();
  const finish = (values: Values): void =>
    add.mutate(
      {
        add: {
          ...placeOf(values),
          name: values.name.trim(),
          username: values.username,
          reason: reasonText(values, language),
          voucher: values.voucher?.trim(),
        },
      },
      { onSuccess: onMade },
    );
  return (
    <Modal
      open
      title={t('add')}
      okText={t('add')}
      cancelText={t('cancel')}
      confirmLoading={add.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        className="people-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: [] }}
        onFinish={finish}
      >
        <Form.Item
          name="name"
          label={t('name')}
          rules={[{ required: true, whitespace: true, message: t('nameNeeded') }]}
        >
          <Input maxLength={80} autoComplete="off" />
        </Form.Item>
        <Form.Item
          name="username"
          label={t('username')}
          extra={t('usernameHelp')}
          rules={[{ required: true, pattern: /^[a-z][a-z0-9._-]{1,39}$/, message: t('usernameHelp') }]}
        >
          <Input maxLength={40} autoComplete="off" autoCapitalize="none" spellCheck={false} />
        </Form.Item>
        <PlaceFields />
        <ReasonVoucher />
      </Form>
      {add.isError ? (
        <p className="people-failed" role="alert">
          {text(errorText(add.error))}
        </p>
      ) : null}
    </Modal>
  );
}
