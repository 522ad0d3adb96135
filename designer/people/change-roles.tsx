import { Form, Modal } from 'antd';
import { setRoles } from '../../rules-library/commands/set-roles.command.ts';
import { roles } from '../../rules-library/choices/index.ts';
import type { PersonView } from '../../rules-library/contract/people.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { usePresses } from '../press/press-context.ts';
import { peopleTexts } from './people.texts.ts';
import { PlaceFields, placeOf, type PlaceValues } from './place-fields.tsx';

/** What a person is and where; the reason is asked for in the next step, over this form. */
export function ChangeRoles({ person, onClose }: { person: PersonView; onClose: () => void }) {
  const t = useTexts(peopleTexts);
  const text = useText();
  const language = useLanguage();
  const presses = usePresses();
  const [form] = Form.useForm<PlaceValues>();
  const finish = async (values: PlaceValues): Promise<void> => {
    const input = placeOf(values);
    const labels = input.roles.map((role) => text(choiceLabel(roles, role)));
    if (input.warehouse !== null) labels.push(input.warehouse);
    const pressed = await presses.start({
      name: setRoles.name,
      label: setRoles.label,
      target: `person:${person.id}`,
      input,
      about: t('rolesAbout', {
        name: text(person.name),
        roles: labels.join(language === 'zh' ? '、' : ', '),
      }),
    });
    if (pressed !== null) onClose();
  };
  return (
    <Modal
      open
      title={`${t('changeRoles')} · ${text(person.name)}`}
      okText={t('next')}
      cancelText={t('cancel')}
      onOk={() => form.submit()}
      onCancel={onClose}
    >
      <Form<PlaceValues>
        form={form}
        className="people-form"
        layout="vertical"
        requiredMark={false}
        initialValues={{ roles: person.roles, warehouse: person.warehouse ?? '' }}
        onFinish={(values) => void finish(values)}
      >
        <PlaceFields />
      </Form>
    </Modal>
  );
}
