import { Select } from 'antd';
import { roles } from '../../../rules-library/choices/index.ts';
import { choiceLabel } from '../../design/choice-label.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import { useSmallCatalog } from '../use-names.ts';
import type { FieldProps } from './field-props.ts';

interface Recipient {
  role?: string;
  person?: string;
  warehouse?: string;
}

/** Whom it reaches: roles, by choice; people and roles of one warehouse that are there already stay. */
export function RecipientsField({ value, onChange, label, disabled }: FieldProps) {
  const text = useText();
  const t = useTexts(inspectorTexts);
  const warehouses = useSmallCatalog('warehouses');
  const given = Array.isArray(value) ? (value as Recipient[]) : [];
  const nameOf = ({ role, person, warehouse }: Recipient): string => {
    if (person !== undefined) return person;
    const named = text(choiceLabel(roles, role ?? ''));
    if (warehouse === undefined) return named;
    const at = warehouses.find(({ id }) => id === warehouse)?.name ?? warehouse;
    return t('roleAt', { warehouse: at, role: named });
  };
  const choices = new Map<string, Recipient>();
  for (const role of roles) choices.set(keyOf({ role: role.value }), { role: role.value });
  for (const one of given) choices.set(keyOf(one), one);
  return (
    <Select
      className="field-wide"
      mode="multiple"
      aria-label={label}
      value={given.map(keyOf)}
      placeholder={t('chooseSome')}
      disabled={disabled}
      showSearch={{ optionFilterProp: 'label' }}
      options={[...choices].map(([key, one]) => ({ value: key, label: nameOf(one) }))}
      onChange={(next: string[]) => onChange(next.map((key) => choices.get(key)))}
    />
  );
}

function keyOf({ role = '', person = '', warehouse = '' }: Recipient): string {
  return JSON.stringify([role, person, warehouse]);
}
