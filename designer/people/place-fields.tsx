import { Checkbox, Form, Input } from 'antd';
import { roles } from '../../rules-library/choices/index.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { peopleTexts } from './people.texts.ts';

/** Part of a form: what a person is, and where. */
export function PlaceFields() {
  const t = useTexts(peopleTexts);
  const text = useText();
  return (
    <>
      <Form.Item
        name="roles"
        label={t('roles')}
        rules={[{ required: true, type: 'array', min: 1, message: t('rolesNeeded') }]}
      >
        <Checkbox.Group
          className="people-roles"
          options={roles.map(({ value, label }) => ({ value, label: text(label) }))}
        />
      </Form.Item>
      <Form.Item name="warehouse" label={t('warehouse')} extra={t('warehouseHint')}>
        <Input maxLength={64} />
      </Form.Item>
    </>
  );
}

export interface PlaceValues {
  roles: string[];
  warehouse?: string | null;
}

/** What was filled in, as the buttons take it. */
export function placeOf({ roles: chosen, warehouse }: PlaceValues): {
  roles: never[];
  warehouse: string | null;
} {
  const place = warehouse?.trim() ?? '';
  // Only roles of the list can be chosen.
  return { roles: chosen as never[], warehouse: place === '' ? null : place };
}
