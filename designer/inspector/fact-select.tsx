import { Select } from 'antd';
import { type ReactNode, useMemo, useState } from 'react';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import { vocabulary } from '../../rules-library/index.ts';
import { labelOfFact } from '../../rules-library/sentences/label-of-fact.ts';
import { contextOf } from '../../rules-library/sentences/index.ts';
import { factIdSchema } from '../../rules-library/schema/ids.ts';
import { matchesTyped } from '../app/matches-typed.ts';
import { useFlow } from '../editor/editor-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { factsFor, factTopics, fitOf } from './fact-options.ts';
import { inspectorTexts } from './inspector.texts.ts';

export interface FactSelectProps {
  value: string | undefined;
  label: string;
  onChange: (fact: string) => void;
  /** Facts of a line too. */
  lines?: boolean;
  /** Leaves out what does not fit here. */
  accepts?: (fact: FactDefinition) => boolean;
  /** A company's own items may be named. */
  custom?: boolean;
  placeholder?: string;
  icon?: ReactNode;
  disabled?: boolean;
  className?: string;
  size?: 'small' | 'middle';
}

/** Business data by its name, with search. */
export function FactSelect({
  value,
  label,
  onChange,
  lines = false,
  accepts,
  custom = false,
  placeholder,
  icon,
  disabled = false,
  className = '',
  size = 'middle',
}: FactSelectProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const language = useLanguage();
  const flow = useFlow();
  const [typed, setTyped] = useState('');
  const topics = useMemo(() => factTopics(factsFor(flow, vocabulary, lines), flow.id), [flow, lines]);
  const groups = topics.flatMap(({ topic, label, facts }) => {
    const options = facts
      .filter(
        (fact) =>
          (accepts?.(fact) ?? true) && matchesTyped(typed, fact.label.zh, fact.label.en, fact.help?.zh ?? ''),
      )
      .map((fact) => ({
        value: fact.id,
        label: text(fact.label),
        title: fact.help === undefined ? '' : text(fact.help),
      }));
    return options.length === 0 ? [] : [{ key: topic, label: text(label), options }];
  });
  // What is meant most likely stands first, so that Enter takes it.
  const fit = ({ label }: { label: string }): number => fitOf(typed, label);
  for (const { options } of groups) options.sort((a, b) => fit(a) - fit(b));
  groups.sort((a, b) => fit(a.options[0]!) - fit(b.options[0]!));
  const own = `custom.${typed.trim().replace(/^custom\./, '')}`;
  if (custom && typed.trim() !== '' && factIdSchema.safeParse(own).success) {
    const name = own.slice('custom.'.length);
    groups.push({
      key: 'own',
      label: '',
      options: [{ value: own, label: t('customFact', { name }), title: '' }],
    });
  }
  const shown =
    value === undefined || value === ''
      ? undefined
      : { value, label: labelOfFact(value, contextOf(language, vocabulary, { flow })) };
  return (
    <Select
      className={`fact-select ${className}`}
      aria-label={label}
      size={size}
      labelInValue
      value={shown ?? null}
      options={groups}
      placeholder={
        <span className="fact-holder">
          {icon}
          {placeholder ?? t('choose')}
        </span>
      }
      popupMatchSelectWidth={260}
      disabled={disabled}
      suffixIcon={null}
      showSearch={{ filterOption: false, onSearch: setTyped, searchValue: typed }}
      notFoundContent={t('noFact')}
      onChange={({ value: next }: { value: string }) => {
        setTyped('');
        onChange(next);
      }}
    />
  );
}
