import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { roles } from '../../../rules-library/choices/index.ts';
import { colleagueSchema } from '../../../rules-library/contract/colleagues.ts';
import { call } from '../../api/client.ts';
import { listAnswer } from '../../api/list-answer.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import { useSmallCatalog } from '../use-names.ts';

/** Who is asked, as a drawing holds it; a warehouse may be a fact. */
export interface DrawnWho {
  role?: string;
  person?: string;
  warehouse?: string | { fact: string };
}

interface WhoInputProps {
  value: DrawnWho | undefined;
  label: string;
  disabled: boolean;
  onChange: (who: DrawnWho) => void;
}

const answer = listAnswer(colleagueSchema);

/** A role, or one of the people; a role may be narrowed to one warehouse. */
export function WhoInput({ value, label, disabled, onChange }: WhoInputProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const warehouses = useSmallCatalog('warehouses');
  const { data } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => call({ path: '/colleagues', answer, signal }),
    staleTime: 60_000,
    retry: false,
  });
  const people = (data?.items ?? []).map(({ id, name }) => ({ value: `person:${id}`, label: text(name) }));
  const person = value?.person?.replace(/^person:/, '');
  const chosen = person === undefined ? value?.role && `role:${value.role}` : `person:${person}`;
  if (chosen !== undefined && chosen.startsWith('person:') && !people.some((one) => one.value === chosen))
    people.push({ value: chosen, label: person ?? '' });
  const warehouse = value?.warehouse;
  return (
    <span className="field-row">
      <Select
        className="field-wide"
        aria-label={label}
        value={chosen}
        placeholder={t('choose')}
        disabled={disabled}
        showSearch={{ optionFilterProp: 'label' }}
        options={[
          {
            label: t('roles'),
            options: roles.map((role) => ({ value: `role:${role.value}`, label: text(role.label) })),
          },
          { label: t('people'), options: people },
        ]}
        onChange={(next: string) => {
          const [kind = '', id = ''] = next.split(':', 2);
          onChange(kind === 'person' ? { person: id } : { role: id });
        }}
      />
      {value?.role === undefined || (warehouses.length === 0 && warehouse === undefined) ? null : (
        <Select
          className="field-wide"
          aria-label={t('ofWarehouse')}
          value={typeof warehouse === 'object' ? warehouse.fact : warehouse}
          placeholder={t('anyWarehouse')}
          // A warehouse by a fact was drawn elsewhere: shown and kept, not made here.
          disabled={disabled || typeof warehouse === 'object'}
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          options={warehouses.map(({ id, name }) => ({ value: id, label: name }))}
          onChange={(next: string | undefined) =>
            onChange(next === undefined ? { role: value.role! } : { role: value.role!, warehouse: next })
          }
        />
      )}
    </span>
  );
}
