import { ArrowLeftOutlined, ArrowRightOutlined, DeleteOutlined } from '@ant-design/icons';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { resultTypes, type ResultType } from '../../../rules-library/blocks/compute/result-type.ts';
import type { TableOutput } from '../../../rules-library/blocks/compute/decision-table-params.ts';
import { vocabulary } from '../../../rules-library/index.ts';
import { contextOf } from '../../../rules-library/sentences/index.ts';
import { useFlow } from '../../editor/editor-context.ts';
import { retitle } from '../../editor/retitle.ts';
import { useLanguage } from '../../i18n/language.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { FactSelect } from '../../inspector/fact-select.tsx';
import { plainText } from '../cells/plain-text.ts';
import { readValue } from '../cells/read-value.ts';
import { moveColumn, removeColumn, setFact, setOutput } from '../model/edit-table.ts';
import type { Column } from '../model/table.ts';
import { tableTexts } from '../table.texts.ts';
import type { OpenTable } from '../use-table.ts';

export interface ColumnSettingsProps {
  column: Column;
  open: OpenTable;
  onClose: () => void;
}

/** What a column is about, its place, and taking it away. */
export function ColumnSettings({ column, open, onClose }: ColumnSettingsProps) {
  const { table, change } = open;
  const t = useTexts(tableTexts);
  const siblings = column.role === 'input' ? table.inputs : table.outputs;
  const at = siblings.findIndex(({ id }) => id === column.id);
  return (
    <div className="column-settings">
      {column.role === 'input' ? (
        <InputSettings column={column} open={open} />
      ) : (
        <OutputSettings key={column.id} output={column.output} open={open} />
      )}
      <div className="column-moves">
        <Button
          size="small"
          icon={<ArrowLeftOutlined aria-hidden />}
          disabled={at <= 0}
          onClick={() => change(moveColumn(table, column, -1))}
        >
          {t('left')}
        </Button>
        <Button
          size="small"
          icon={<ArrowRightOutlined aria-hidden />}
          iconPlacement="end"
          disabled={at >= siblings.length - 1}
          onClick={() => change(moveColumn(table, column, 1))}
        >
          {t('right')}
        </Button>
        <Button
          size="small"
          type="text"
          danger
          icon={<DeleteOutlined aria-hidden />}
          disabled={siblings.length < 2}
          onClick={() => {
            onClose();
            change(removeColumn(table, column));
          }}
        >
          {t('removeColumn')}
        </Button>
      </div>
    </div>
  );
}

function InputSettings({
  column,
  open: { table, change },
}: {
  column: Column & { role: 'input' };
  open: OpenTable;
}) {
  const t = useTexts(tableTexts);
  const language = useLanguage();
  const flow = useFlow();
  const { facts } = contextOf(language, vocabulary, { flow });
  return (
    <div className="field">
      <span className="field-label">{t('lookedAt')}</span>
      <FactSelect
        value={column.input.fact}
        label={t('lookedAt')}
        custom
        onChange={(fact) => {
          const [before, after] = [facts.get(column.input.fact), facts.get(fact)];
          // Amounts stay amounts; choices are only those of the same set.
          const alike = before?.type === after?.type && before?.choices === after?.choices;
          change(setFact(table, column.id, fact, alike));
        }}
      />
    </div>
  );
}

const collects = ['list', 'sum', 'min', 'max', 'count'] as const;

function OutputSettings({ output, open: { table, change } }: { output: TableOutput; open: OpenTable }) {
  const t = useTexts(tableTexts);
  const text = useText();
  const language = useLanguage();
  const [name, setName] = useState(output.label[language]);
  const set = (fields: Partial<TableOutput>): void => change(setOutput(table, { ...output, ...fields }));
  const takesValues = output.type === 'choice' || table.hitPolicy === 'PRIORITY';
  return (
    <>
      <label className="field">
        <span className="field-label">{t('columnName')}</span>
        <Input
          value={name}
          maxLength={40}
          onChange={({ target }) => setName(target.value)}
          onBlur={() => {
            if (name.trim() !== '' && name !== output.label[language])
              set({ label: retitle(output.label, language, name) });
          }}
          onPressEnter={({ currentTarget }) => currentTarget.blur()}
        />
      </label>
      <div className="field">
        <span className="field-label">{t('columnType')}</span>
        <Select<ResultType>
          aria-label={t('columnType')}
          value={output.type}
          options={resultTypes.map(({ value, label }) => ({ value, label: text(label) }))}
          onChange={(type) => {
            const { values: _, otherwise: __, ...rest } = output;
            change(setOutput(table, { ...rest, type }));
          }}
        />
      </div>
      {takesValues ? (
        <ValuesInput output={output} onChange={(values) => change(withValues(table, output, values))} />
      ) : null}
      {table.hitPolicy === 'COLLECT' ? (
        <div className="field">
          <span className="field-label">{t('collect')}</span>
          <Select
            aria-label={t('collect')}
            value={output.collect ?? 'list'}
            options={collects.map((value) => ({ value, label: t(value) }))}
            onChange={(collect) => set({ collect })}
          />
        </div>
      ) : null}
    </>
  );
}

function withValues(
  table: OpenTable['table'],
  output: TableOutput,
  values: TableOutput['values'],
): OpenTable['table'] {
  const { values: _, ...rest } = output;
  return setOutput(table, values === undefined ? rest : { ...rest, values });
}

/** The values a result can have, one a line. */
function ValuesInput({
  output,
  onChange,
}: {
  output: TableOutput;
  onChange: (values: TableOutput['values']) => void;
}) {
  const t = useTexts(tableTexts);
  const [typed, setTyped] = useState(() => (output.values ?? []).map(String).join('\n'));
  const take = (): void => {
    const values = typed.split('\n').flatMap((line) => {
      const read = plainText(line) === '' ? undefined : readValue(plainText(line), { type: output.type });
      return read !== undefined && 'value' in read ? [read.value] : [];
    });
    onChange(values.length === 0 ? undefined : [...new Set(values)]);
  };
  return (
    <label className="field">
      <span className="field-label">{t('values')}</span>
      <Input.TextArea
        value={typed}
        placeholder={t('valuesHelp')}
        autoSize={{ minRows: 2, maxRows: 8 }}
        onChange={({ target }) => setTyped(target.value)}
        onBlur={take}
      />
    </label>
  );
}
