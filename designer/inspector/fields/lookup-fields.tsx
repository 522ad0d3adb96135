import { useQuery } from '@tanstack/react-query';
import { PlusOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { resultTypes } from '../../../rules-library/blocks/compute/result-type.ts';
import type { Scalar } from '../../../rules-library/schema/condition.ts';
import { tableItemSchema, type TableItem } from '../../../rules-library/schema/named-table.ts';
import { call } from '../../api/client.ts';
import { listAnswer } from '../../api/list-answer.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { valueText } from '../../table/cells/write-cell.ts';
import { readTyped } from '../../table/model/paste.ts';
import { inspectorTexts } from '../inspector.texts.ts';
import { scalarText } from '../scalar-text.ts';
import type { FieldProps } from './field-props.ts';
import { RowButtons } from './row-buttons.tsx';
import { useState } from 'react';

const answer = listAnswer(tableItemSchema);

/** Tables kept by name, with their columns. */
function useTables(): readonly TableItem[] {
  const { data } = useQuery({
    queryKey: ['catalog', 'tables', 'whole'],
    queryFn: ({ signal }) => call({ path: '/catalog/tables', query: { limit: 500 }, answer, signal }),
    staleTime: 60_000,
    retry: false,
  });
  return data?.items ?? [];
}

/** Which table is looked up, by its name. */
export function TableNameField({ value, onChange, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const tables = useTables();
  const chosen = scalarText(value);
  const found = tables.find(({ id }) => id === chosen);
  const options = tables.map(({ id, name = id }) => ({
    value: id,
    label: typeof name === 'string' ? name : text(name),
  }));
  return (
    <>
      <Select
        className="field-wide"
        aria-label={label}
        value={found === undefined ? undefined : chosen}
        placeholder={t('choose')}
        disabled={disabled}
        options={options}
        notFoundContent={t('noTable')}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(next: string) => onChange(next)}
      />
      {found === undefined ? (
        <p className="field-note">{t('tableMissing')}</p>
      ) : (
        <p className="field-note">
          {t('tableHolds', {
            count: found.rows.length,
            key: found.key === undefined ? t('tableKey') : text(found.key),
            columns: found.columns.map(({ label: name }) => text(name)).join(t('comma')),
          })}
        </p>
      )}
    </>
  );
}

type LookupColumn = TableItem['columns'][number] & { otherwise?: Scalar };

/** Which columns are taken, and what each is when the table has no such row. */
export function LookupColumnsField({ params, value, onChange, label, disabled }: FieldProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const columns = Array.isArray(value) ? (value as LookupColumn[]) : [];
  const table = useTables().find(({ id }) => id === params.table);
  const taken = new Set(columns.map(({ id }) => id));
  const free = table?.columns.filter(({ id }) => !taken.has(id)) ?? [];
  return (
    <div className="cases">
      {columns.map((column, index) => {
        const options = [column, ...free].map(({ id, label: name }) => ({ value: id, label: text(name) }));
        const isThere = table === undefined || table.columns.some(({ id }) => id === column.id);
        return (
          <div className="case" key={column.id}>
            <div className="field-row">
              <Select
                className="field-wide"
                size="small"
                aria-label={label}
                value={column.id}
                disabled={disabled}
                options={options}
                onChange={(id: string) => {
                  const next = table?.columns.find((one) => one.id === id);
                  if (next !== undefined) onChange(columns.with(index, next));
                }}
              />
              {disabled ? null : <RowButtons rows={columns} index={index} least={1} onChange={onChange} />}
            </div>
            {isThere ? null : <p className="field-problem">{t('columnMissing')}</p>}
            <Otherwise
              key={`${column.id} ${column.type}`}
              column={column}
              disabled={disabled}
              onChange={(otherwise) => {
                const { otherwise: _, ...rest } = column;
                onChange(columns.with(index, otherwise === undefined ? rest : { ...rest, otherwise }));
              }}
            />
          </div>
        );
      })}
      {disabled || free[0] === undefined ? null : (
        <Button
          type="link"
          size="small"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...columns, free[0]])}
        >
          {t('addColumn')}
        </Button>
      )}
    </div>
  );
}

interface OtherwiseProps {
  column: LookupColumn;
  disabled: boolean;
  onChange: (value: Scalar | undefined) => void;
}

/** Typed as in a cell of a table: an amount with its unit, yes or no, words. */
function Otherwise({ column, disabled, onChange }: OtherwiseProps) {
  const t = useTexts(inspectorTexts);
  const text = useText();
  const language = useLanguage();
  const kind = { type: column.type };
  const stands = column.otherwise === undefined ? '' : valueText(column.otherwise, kind, language);
  const [typed, setTyped] = useState<string | undefined>();
  const output = { id: column.id, label: column.label, type: column.type };
  const read = readTyped(typed ?? stands, { role: 'output', id: column.id, output, kind });
  const type = resultTypes.find(({ value }) => value === column.type)?.label;
  return (
    <label className="field-otherwise">
      <span className="field-note">
        {t('otherwiseIs')}
        {type === undefined ? '' : ` · ${text(type)}`}
      </span>
      <Input
        size="small"
        aria-label={t('otherwiseOf', { name: text(column.label) })}
        value={typed ?? stands}
        placeholder={t('notKnown')}
        disabled={disabled}
        status={'wrong' in read ? 'error' : ''}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={() => {
          if (typed === undefined || 'wrong' in read) return;
          setTyped(undefined);
          onChange(read.cell as Scalar | undefined);
        }}
        onPressEnter={({ currentTarget }) => currentTarget.blur()}
      />
      {'wrong' in read ? <span className="field-problem">{text(read.wrong)}</span> : null}
    </label>
  );
}
