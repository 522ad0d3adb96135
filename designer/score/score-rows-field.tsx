import { PlusOutlined } from '@ant-design/icons';
import { Button, InputNumber } from 'antd';
import { vocabulary } from '../../rules-library/index.ts';
import { useEditor } from '../editor/editor-context.ts';
import { freeConditionId } from '../editor/ids.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { comparisonOf } from '../inspector/comparisons.ts';
import { ConditionsEditor } from '../inspector/conditions-editor.tsx';
import { factsFor, nextFact } from '../inspector/fact-options.ts';
import type { FieldProps } from '../inspector/fields/field-props.ts';
import { freeRowId } from '../inspector/fields/free-row-id.ts';
import { RowButtons } from '../inspector/fields/row-buttons.tsx';
import './score.css';
import { scoreTexts } from './score.texts.ts';
import { factsOfRows, type ScoreRow } from './try-score.ts';

const mostRows = 200;
const usualPoints = 10;

/** Lines that give points where they hold. */
export function ScoreRowsField({ param, value, params, onChange, onDone, problems, disabled }: FieldProps) {
  const t = useTexts(scoreTexts);
  const { document } = useEditor();
  const rows = Array.isArray(value) ? (value as ScoreRow[]) : [];
  const add = (): void => {
    const facts = factsFor(document.store.getState().flow, vocabulary, false);
    const fact = nextFact(facts, false, new Set(factsOfRows(rows)));
    const id = freeConditionId(params);
    const conditions = comparisonOf(fact, fact?.id ?? 'order.total', vocabulary, id);
    onChange([...rows, { id: freeRowId('row', rows), conditions, points: usualPoints }]);
  };
  return (
    <div className="cases">
      {rows.map((row, index) => {
        const label = t('row', { number: index + 1 });
        return (
          <div className="case" key={row.id} data-score-row={row.id}>
            <div className="field-row">
              <InputNumber<number>
                className={`score-points ${row.points < 0 ? 'score-minus' : ''}`}
                size="small"
                aria-label={`${label} ${t('points')}`}
                value={row.points}
                min={-1_000_000}
                max={1_000_000}
                disabled={disabled}
                suffix={t('points')}
                onChange={(points) =>
                  points === null ? undefined : onChange(rows.with(index, { ...row, points }), true)
                }
                onBlur={onDone}
              />
              <span className="score-space" />
              {disabled ? null : <RowButtons rows={rows} index={index} least={1} onChange={onChange} />}
            </div>
            <ConditionsEditor
              value={row.conditions}
              path={`${param.name}[${index}].conditions`}
              label={label}
              lines={false}
              taken={params}
              problems={problems}
              disabled={disabled}
              onChange={(conditions, typing) => onChange(rows.with(index, { ...row, conditions }), typing)}
              onDone={onDone}
            />
          </div>
        );
      })}
      {disabled || rows.length >= mostRows ? null : (
        <Button type="link" size="small" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {t('addRow')}
        </Button>
      )}
    </div>
  );
}
