import { DownOutlined, PlusOutlined } from '@ant-design/icons';
import { Button, Popover } from 'antd';
import { useState } from 'react';
import { vocabulary } from '../../../rules-library/index.ts';
import { resultTypes } from '../../../rules-library/blocks/compute/result-type.ts';
import { useEditor } from '../../editor/editor-context.ts';
import { useText, useTexts } from '../../i18n/use-texts.ts';
import { factsFor, nextFact } from '../../inspector/fact-options.ts';
import { addInput, addOutput, mostInputs, mostOutputs } from '../model/edit-table.ts';
import type { Column } from '../model/table.ts';
import { tableTexts } from '../table.texts.ts';
import type { OpenTable } from '../use-table.ts';
import { ColumnSettings } from './column-settings.tsx';

/** What the columns are: the conditions, then the results; each opens its settings. */
export function GridHead({ open, template }: { open: OpenTable; template: string }) {
  const { table, columns, heads, mayEdit, change } = open;
  const t = useTexts(tableTexts);
  const { document } = useEditor();
  const inputs = table.inputs.length;
  const more = (): void => {
    const facts = factsFor(document.store.getState().flow, vocabulary, false);
    const fact = nextFact(facts, false, new Set(table.inputs.map((input) => input.fact)));
    change(addInput(table, fact?.id ?? 'order.total'));
  };
  const moreResults = (): void => {
    const number = table.outputs.length + 1;
    const label = { zh: `结果 ${number}`, en: `Result ${number}` };
    change(addOutput(table, { label, type: 'text' }));
  };
  return (
    <div className="grid-head" role="rowgroup">
      <div className="grid-bands" role="row" style={{ gridTemplateColumns: template }}>
        <div className="grid-corner" role="presentation" />
        <div
          className="grid-band grid-band-if"
          role="columnheader"
          style={{ gridColumn: `2 / span ${inputs}` }}
        >
          <span>{t('if')}</span>
          {mayEdit && inputs < mostInputs ? (
            <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} onClick={more}>
              {t('addInput')}
            </Button>
          ) : null}
        </div>
        <div
          className="grid-band grid-band-then"
          role="columnheader"
          style={{ gridColumn: `span ${table.outputs.length}` }}
        >
          <span>{t('then')}</span>
          {mayEdit && table.outputs.length < mostOutputs ? (
            <Button type="text" size="small" icon={<PlusOutlined aria-hidden />} onClick={moreResults}>
              {t('addOutput')}
            </Button>
          ) : null}
        </div>
      </div>
      <div
        className="grid-row grid-heads"
        role="row"
        aria-rowindex={1}
        style={{ gridTemplateColumns: template }}
      >
        <div className="grid-row-head" role="columnheader" aria-label={t('rowNumber', { number: '' })} />
        {columns.map((column, index) => (
          <ColumnHead
            key={`${column.role} ${column.id}`}
            column={column}
            name={heads[index]!}
            open={open}
            index={index}
          />
        ))}
      </div>
    </div>
  );
}

function ColumnHead({
  column,
  name,
  open,
  index,
}: {
  column: Column;
  name: string;
  open: OpenTable;
  index: number;
}) {
  const t = useTexts(tableTexts);
  const text = useText();
  const [shown, setShown] = useState(false);
  const type = resultTypes.find(({ value }) => value === column.kind.type)?.label;
  const head = (
    <button
      type="button"
      className="grid-column"
      aria-label={t('columnOf', { name })}
      disabled={!open.mayEdit}
    >
      <span className="grid-column-name">{name}</span>
      {column.role === 'output' && type !== undefined ? (
        <span className="grid-column-type">{text(type)}</span>
      ) : null}
      {open.mayEdit ? <DownOutlined className="grid-column-more" aria-hidden /> : null}
    </button>
  );
  return (
    <div className={`grid-cell grid-${column.role}`} role="columnheader" aria-colindex={index + 2}>
      {open.mayEdit ? (
        <Popover
          trigger="click"
          placement="bottomLeft"
          open={shown}
          onOpenChange={setShown}
          destroyOnHidden
          content={<ColumnSettings column={column} open={open} onClose={() => setShown(false)} />}
        >
          {head}
        </Popover>
      ) : (
        head
      )}
    </div>
  );
}
