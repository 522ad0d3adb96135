import { CloseOutlined, SwapOutlined } from '@ant-design/icons';
import { Button, Select, Tooltip } from 'antd';
import { useMemo } from 'react';
import type { FactDefinition } from '../../rules-library/define/fact.ts';
import type { OperatorDefinition } from '../../rules-library/define/operator.ts';
import { vocabulary } from '../../rules-library/index.ts';
import type { Comparison, Operand } from '../../rules-library/schema/condition.ts';
import type { Problem } from '../../rules-library/schema/flow.ts';
import { operatorText } from '../../rules-library/sentences/index.ts';
import { useFlow } from '../editor/editor-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { comparisonOf, emptyValue, isFactReference, operatorsFor, withOperator } from './comparisons.ts';
import { factOf, factsFor } from './fact-options.ts';
import { FactSelect } from './fact-select.tsx';
import { inspectorTexts } from './inspector.texts.ts';
import { ValueEditor } from './value-editor.tsx';

export interface ComparisonRowProps {
  value: Comparison;
  lines: boolean;
  problems: readonly Problem[];
  disabled: boolean;
  onChange: (value: Comparison, typing?: boolean) => void;
  onDone: () => void;
  onRemove: (() => void) | undefined;
}

/** One condition as word chips: fact · comparison · value. */
export function ComparisonRow({
  value,
  lines,
  problems,
  disabled,
  onChange,
  onDone,
  onRemove,
}: ComparisonRowProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const language = useLanguage();
  const flow = useFlow();
  const definition = factOf(value.fact, flow, vocabulary);
  const operator = vocabulary.operators.get(value.operator);
  const offered = operatorsFor(definition, vocabulary);
  const setValue = (next: Operand, typing?: boolean): void => onChange({ ...value, value: next }, typing);
  return (
    <div className="comparison" data-condition={value.id}>
      <div className="comparison-words">
        <FactSelect
          size="small"
          className="word-chip word-chip-fact"
          label={t('fact')}
          value={value.fact}
          lines={lines}
          custom
          disabled={disabled}
          onChange={(fact) => {
            const next = factOf(fact, flow, vocabulary);
            // A fact of the same kind keeps comparison and value.
            const keeps = next !== undefined && definition !== undefined && isAlike(next, definition);
            onChange(keeps ? { ...value, fact } : comparisonOf(next, fact, vocabulary, value.id));
          }}
        />
        <Select
          className="word-chip word-chip-operator"
          variant="filled"
          size="small"
          aria-label={t('comparison')}
          value={value.operator}
          suffixIcon={null}
          disabled={disabled}
          popupMatchSelectWidth={false}
          options={withCurrent(offered, operator, value.operator).map(({ name, shown }) => ({
            value: name,
            label: operatorText(shown, name, definition, { language }, true),
          }))}
          onChange={(name: string) => {
            const next = vocabulary.operators.get(name);
            if (next !== undefined) onChange(withOperator(value, operator, next, definition));
          }}
        />
        <RightSide
          value={value}
          definition={definition}
          operator={operator}
          lines={lines}
          disabled={disabled}
          onChange={setValue}
          onDone={onDone}
        />
        {onRemove === undefined || disabled ? null : (
          <Button
            className="comparison-remove"
            type="text"
            size="small"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t('removeCondition')}
            onClick={onRemove}
          />
        )}
      </div>
      {problems.map((problem) => (
        <p key={problem.code + text(problem.text)} className="field-problem" role="alert">
          {text(problem.text)}
        </p>
      ))}
    </div>
  );
}

interface RightSideProps {
  value: Comparison;
  definition: FactDefinition | undefined;
  operator: OperatorDefinition | undefined;
  lines: boolean;
  disabled: boolean;
  onChange: (value: Operand, typing?: boolean) => void;
  onDone: () => void;
}

/** What is compared with: a value, or another fact of the same kind. */
function RightSide({ value, definition, operator, lines, disabled, onChange, onDone }: RightSideProps) {
  const t = useTexts(inspectorTexts);
  const flow = useFlow();
  const offered = useMemo(() => factsFor(flow, vocabulary, lines), [flow, lines]);
  const shape = operator?.operand ?? 'same';
  if (shape === 'none') return null;
  const reference = isFactReference(value.value) ? value.value : undefined;
  const accepts = (fact: FactDefinition): boolean =>
    fact.id !== value.fact &&
    (shape === 'list' ? fact.type === 'list' : definition === undefined || isAlike(fact, definition));
  const referable =
    (shape === 'same' || shape === 'list') && definition?.type !== 'yes-no'
      ? offered.find(accepts)
      : undefined;
  const mayRefer = reference !== undefined || referable !== undefined;
  return (
    <>
      {reference === undefined ? (
        <ValueEditor
          definition={definition}
          shape={shape}
          value={value.value}
          label={t('value')}
          disabled={disabled}
          onChange={onChange}
          onDone={onDone}
        />
      ) : (
        <FactSelect
          size="small"
          className="word-chip word-chip-fact"
          label={t('value')}
          value={reference.fact}
          lines={lines}
          accepts={accepts}
          disabled={disabled}
          onChange={(fact) => onChange({ fact })}
        />
      )}
      {!mayRefer || disabled ? null : (
        <Tooltip title={reference === undefined ? t('otherFact') : t('fixedValue')}>
          <Button
            className="comparison-swap"
            type="text"
            size="small"
            icon={<SwapOutlined aria-hidden />}
            aria-label={reference === undefined ? t('otherFact') : t('fixedValue')}
            onClick={() =>
              onChange(
                reference === undefined && referable !== undefined
                  ? { fact: referable.id }
                  : emptyValue(shape, definition),
              )
            }
          />
        </Tooltip>
      )}
    </>
  );
}

/** Compared by the same operators with the same values: amounts with amounts, one set of choices with itself. */
function isAlike(one: FactDefinition, other: FactDefinition): boolean {
  return one.type === other.type && one.choices === other.choices && one.catalog === other.catalog;
}

/** What is chosen stays readable even where it does not fit the fact. */
function withCurrent(
  offered: readonly OperatorDefinition[],
  current: OperatorDefinition | undefined,
  name: string,
): { name: string; shown: OperatorDefinition | undefined }[] {
  const listed = offered.map((shown) => ({
    name: shown.name,
    shown: shown as OperatorDefinition | undefined,
  }));
  return listed.some((one) => one.name === name) ? listed : [{ name, shown: current }, ...listed];
}
