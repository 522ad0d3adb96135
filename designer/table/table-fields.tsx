import { TableOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { lazy, Suspense, useState } from 'react';
import { vocabulary } from '../../rules-library/index.ts';
import { contextOf, labelOfFact } from '../../rules-library/sentences/index.ts';
import { Chip } from '../design/parts/chip.tsx';
import { useFlow } from '../editor/editor-context.ts';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import type { FieldProps } from '../inspector/fields/field-props.ts';
import { tableOf } from './model/table.ts';
import { tableTexts } from './table.texts.ts';

/** Loaded when a table is first opened. */
const TableSheet = lazy(async () => ({ default: (await import('./table-sheet.tsx')).TableSheet }));

/** The facts a table looks at, by name; they are chosen in the table itself. */
export function TableInputsField({ params }: FieldProps) {
  const flow = useFlow();
  const language = useLanguage();
  const context = contextOf(language, vocabulary, { flow });
  return (
    <div className="table-chips">
      {tableOf(params).inputs.map(({ id, fact }) => (
        <Chip key={id} tone="primary">
          {labelOfFact(fact, context)}
        </Chip>
      ))}
    </div>
  );
}

/** What a table gives, by name. */
export function TableOutputsField({ params }: FieldProps) {
  const language = useLanguage();
  return (
    <div className="table-chips">
      {tableOf(params).outputs.map(({ id, label }) => (
        <Chip key={id} tone="good">
          {label[language]}
        </Chip>
      ))}
    </div>
  );
}

/** The rows: so many, and the way into the table. */
export function TableRowsField({ node: id, params }: FieldProps) {
  const t = useTexts(tableTexts);
  const [open, setOpen] = useState(false);
  const [wasOpen, setWasOpen] = useState(false);
  const node = useFlow().nodes.find((one) => one.id === id);
  return (
    <div className="table-open">
      <span className="soft">{t('rowCount', { count: tableOf(params).rows.length })}</span>
      <Button
        block
        icon={<TableOutlined aria-hidden />}
        data-action="open-table"
        onClick={() => {
          setWasOpen(true);
          setOpen(true);
        }}
      >
        {t('open')}
      </Button>
      {node === undefined || !wasOpen ? null : (
        <Suspense>
          <TableSheet node={node} open={open} onClose={() => setOpen(false)} />
        </Suspense>
      )}
    </div>
  );
}
