import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Input } from 'antd';
import { vocabulary } from '../../../rules-library/index.ts';
import type { Condition } from '../../../rules-library/schema/condition.ts';
import type { Text } from '../../../rules-library/schema/text.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { freeConditionId } from '../../editor/ids.ts';
import { retitle } from '../../editor/retitle.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { comparisonOf } from '../comparisons.ts';
import { ConditionsEditor } from '../conditions-editor.tsx';
import { factsFor, nextFact } from '../fact-options.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import type { FieldProps } from './field-props.ts';

interface Case {
  id: string;
  label?: Text;
  conditions: Condition;
}

const mostCases = 30;

/** Cases from the top down; the first that holds counts. */
export function CasesField({ param, value, params, onChange, onDone, problems, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const { document } = useEditor();
  const cases = Array.isArray(value) ? (value as Case[]) : [];
  const add = (): void => {
    const facts = factsFor(document.store.getState().flow, vocabulary, false);
    const fact = nextFact(facts, false, new Set());
    const group = freeConditionId(params);
    const inner = freeConditionId([params, { id: group }]);
    const conditions: Condition = {
      id: group,
      all: [comparisonOf(fact, fact?.id ?? 'order.total', vocabulary, inner)],
    };
    onChange([...cases, { id: freeCaseId(cases), conditions }]);
  };
  return (
    <div className="cases">
      {cases.map((one, index) => (
        <CaseCard
          key={one.id}
          one={one}
          number={index + 1}
          path={`${param.name}[${index}].conditions`}
          params={params}
          problems={problems}
          disabled={disabled}
          onChange={(next, typing) => onChange(cases.with(index, next), typing)}
          onDone={onDone}
          onUp={index === 0 ? undefined : () => onChange(swapped(cases, index - 1))}
          onDown={index === cases.length - 1 ? undefined : () => onChange(swapped(cases, index))}
          onRemove={cases.length === 1 ? undefined : () => onChange(cases.toSpliced(index, 1))}
        />
      ))}
      {disabled || cases.length >= mostCases ? null : (
        <Button type="link" size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('addCase')}
        </Button>
      )}
    </div>
  );
}

interface CaseCardProps {
  one: Case;
  number: number;
  path: string;
  params: unknown;
  problems: FieldProps['problems'];
  disabled: boolean;
  onChange: (next: Case, typing?: boolean) => void;
  onDone: () => void;
  onUp: (() => void) | undefined;
  onDown: (() => void) | undefined;
  onRemove: (() => void) | undefined;
}

function CaseCard({
  one,
  number,
  path,
  params,
  problems,
  disabled,
  onChange,
  onDone,
  onUp,
  onDown,
  onRemove,
}: CaseCardProps) {
  const t = useTexts(inspectorTexts);
  const language = useLanguage();
  const buttons = [
    { label: t('moveUp'), icon: <ArrowUpOutlined aria-hidden />, press: onUp },
    { label: t('moveDown'), icon: <ArrowDownOutlined aria-hidden />, press: onDown },
    { label: t('removeCase'), icon: <CloseOutlined aria-hidden />, press: onRemove },
  ];
  return (
    <div className="case">
      <div className="field-row">
        <Input
          size="small"
          aria-label={t('caseName', { number })}
          value={one.label?.[language] ?? ''}
          placeholder={t('caseHolder', { number })}
          maxLength={40}
          disabled={disabled}
          onChange={({ target }) => {
            const { label: _, ...rest } = one;
            const label = retitle(one.label, language, target.value);
            onChange(target.value === '' ? rest : { ...rest, label }, true);
          }}
          onBlur={onDone}
        />
        {disabled
          ? null
          : buttons.map(({ label, icon, press }) => (
              <Button
                key={label}
                type="text"
                size="small"
                icon={icon}
                aria-label={label}
                disabled={press === undefined}
                onClick={press}
              />
            ))}
      </div>
      <ConditionsEditor
        value={one.conditions}
        path={path}
        label={t('caseHolder', { number })}
        lines={false}
        taken={params}
        problems={problems}
        disabled={disabled}
        onChange={(conditions, typing) => onChange({ ...one, conditions }, typing)}
        onDone={onDone}
      />
    </div>
  );
}

function swapped(cases: readonly Case[], index: number): Case[] {
  const [one, next] = [cases[index]!, cases[index + 1]!];
  return cases.toSpliced(index, 2, next, one);
}

function freeCaseId(cases: readonly Case[]): string {
  let number = cases.length + 1;
  while (cases.some(({ id }) => id === `case-${number}`)) number++;
  return `case-${number}`;
}
