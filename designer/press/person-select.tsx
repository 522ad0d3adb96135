import { useQuery } from '@tanstack/react-query';
import { Select } from 'antd';
import { roles } from '../../rules-library/choices/index.ts';
import { colleagueSchema } from '../../rules-library/contract/colleagues.ts';
import { call } from '../api/client.ts';
import { listAnswer } from '../api/list-answer.ts';
import { choiceLabel } from '../design/choice-label.ts';
import { useText } from '../i18n/use-texts.ts';

const answer = listAnswer(colleagueSchema);

interface PersonSelectProps {
  id?: string;
  value: unknown;
  onChange: (person: unknown) => void;
}

/** One of the people who sign in here, found by name or role. */
export function PersonSelect({ id, value, onChange }: PersonSelectProps) {
  const text = useText();
  const { data, isPending } = useQuery({
    queryKey: ['colleagues'],
    queryFn: ({ signal }) => call({ path: '/colleagues', answer, signal }),
    staleTime: 60_000,
  });
  const options = (data?.items ?? []).map((person) => ({
    value: person.id,
    label: `${text(person.name)} · ${person.roles.map((role) => text(choiceLabel(roles, role))).join('、')}`,
  }));
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      showSearch={{ optionFilterProp: 'label' }}
      loading={isPending}
      value={value}
      onChange={onChange}
      options={options}
    />
  );
}
