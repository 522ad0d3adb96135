import { PlusOutlined } from '@ant-design/icons';
import { Button, Select } from 'antd';
import { vocabulary } from '../../../rules-library/index.ts';
import type { Condition } from '../../../rules-library/schema/condition.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { freeConditionId } from '../../editor/ids.ts';
import { useTexts } from '../../i18n/use-texts.ts';
import { UnitInput } from '../amount-input.tsx';
import { comparisonOf } from '../comparisons.ts';
import { ConditionsEditor } from '../conditions-editor.tsx';
import { factsFor, nextFact } from '../fact-options.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import { durationUnits } from '../value-units.ts';
import type { FieldProps } from './field-props.ts';
import { freeRowId } from './free-row-id.ts';
import { RowButtons } from './row-buttons.tsx';
import { WhoInput, type DrawnWho } from './who-input.tsx';

interface Step {
  id: string;
  who: DrawnWho;
  within: number;
  onTimeout?: 'escalate' | 'exit';
  escalateTo?: DrawnWho;
  skipIf?: Condition;
}

const mostSteps = 20;
const usualMinutes = 240;

/** Who approves one after another: how long each has, what happens when one is late, and when a step is left out. */
export function ApprovalStepsField({
  param,
  value,
  params,
  onChange,
  onDone,
  problems,
  disabled,
}: FieldProps) {
  const t = useTexts(inspectorTexts);
  const { document } = useEditor();
  const steps = Array.isArray(value) ? (value as Step[]) : [];
  const condition = (): Condition => {
    const fact = nextFact(factsFor(document.store.getState().flow, vocabulary, false), false, new Set());
    const group = freeConditionId(params);
    const inner = freeConditionId([params, { id: group }]);
    return { id: group, all: [comparisonOf(fact, fact?.id ?? 'order.total', vocabulary, inner)] };
  };
  return (
    <div className="cases">
      {steps.map((step, index) => {
        const set = (fields: Partial<Step>, typing?: boolean): void =>
          onChange(steps.with(index, { ...step, ...fields }), typing);
        const { skipIf: _, ...always } = step;
        return (
          <div className="case" key={step.id}>
            <div className="field-row">
              <strong className="field-wide">{t('stepNumber', { number: index + 1 })}</strong>
              {disabled ? null : <RowButtons rows={steps} index={index} least={1} onChange={onChange} />}
            </div>
            <WhoInput
              value={step.who}
              label={t('stepNumber', { number: index + 1 })}
              disabled={disabled}
              onChange={(who) => set({ who })}
            />
            <UnitInput
              units={durationUnits}
              value={step.within}
              label={t('within')}
              disabled={disabled}
              onChange={(next, typing) =>
                set({ within: typeof next === 'number' ? next : usualMinutes }, typing)
              }
              onDone={onDone}
            />
            <Select
              className="field-wide"
              aria-label={t('whenLate')}
              value={step.onTimeout ?? 'exit'}
              disabled={disabled}
              options={[
                { value: 'exit', label: t('lateExit') },
                { value: 'escalate', label: t('lateEscalate') },
              ]}
              onChange={(onTimeout: 'escalate' | 'exit') => {
                const { escalateTo = { role: 'manager' }, ...rest } = step;
                const next =
                  onTimeout === 'exit' ? { ...rest, onTimeout } : { ...rest, onTimeout, escalateTo };
                onChange(steps.with(index, next));
              }}
            />
            {step.onTimeout === 'escalate' ? (
              <WhoInput
                value={step.escalateTo}
                label={t('escalateTo')}
                disabled={disabled}
                onChange={(escalateTo) => set({ escalateTo })}
              />
            ) : null}
            {step.skipIf === undefined ? null : (
              <ConditionsEditor
                value={step.skipIf}
                path={`${param.name}[${index}].skipIf`}
                label={t('skipIf')}
                lines={false}
                taken={params}
                problems={problems}
                disabled={disabled}
                onChange={(skipIf, typing) => set({ skipIf }, typing)}
                onDone={onDone}
              />
            )}
            {disabled ? null : (
              <Button
                type="link"
                size="small"
                onClick={() =>
                  step.skipIf === undefined
                    ? set({ skipIf: condition() })
                    : onChange(steps.with(index, always))
                }
              >
                {step.skipIf === undefined ? t('skipIf') : t('neverSkip')}
              </Button>
            )}
          </div>
        );
      })}
      {disabled || steps.length >= mostSteps ? null : (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() =>
            onChange([
              ...steps,
              { id: freeRowId('step', steps), who: { role: 'manager' }, within: usualMinutes },
            ])
          }
        >
          {t('addStep')}
        </Button>
      )}
    </div>
  );
}
