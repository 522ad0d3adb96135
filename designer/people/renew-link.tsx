import { Form, Modal } from 'antd';
import type { PersonView, SetUpLink } from '../../rules-library/contract/people.ts';
import { errorText } from '../api/api-error.ts';
import { ReasonVoucher, reasonText, type ReasonVoucherValues } from '../design/parts/reason-voucher.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { peopleTexts } from './people.texts.ts';
import { useSetUpLink } from './use-people.ts';

export interface RenewLinkProps {
  person: PersonView;
  onClose: () => void;
  onMade: (made: SetUpLink) => void;
}

/** Asks why a person gets a new link. */
export function RenewLink({ person, onClose, onMade }: RenewLinkProps) {
  const t = useTexts(peopleTexts);
  const text = useText();
  const language = useLanguage();
  const [form] = Form.useForm<ReasonVoucherValues>();
  const renew = useSetUpLink();
  return (
    <Modal
      open
      title={t('renewLink')}
      okText={t('renewLink')}
      cancelText={t('cancel')}
      confirmLoading={renew.isPending}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <p className="soft">{t('renewAbout', { name: text(person.name) })}</p>
      <Form<ReasonVoucherValues>
        form={form}
        layout="vertical"
        requiredMark={false}
        onFinish={(values) =>
          renew.mutate(
            {
              renew: person.id,
              why: { reason: reasonText(values, language), voucher: values.voucher?.trim() },
            },
            { onSuccess: onMade },
          )
        }
      >
        <ReasonVoucher />
      </Form>
      {renew.isError ? (
        <p className="people-failed" role="alert">
          {text(errorText(renew.error))}
        </p>
      ) : null}
    </Modal>
  );
}
