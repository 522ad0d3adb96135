import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Alert, Button, Progress, Select } from 'antd';
import { useMemo, useState } from 'react';
import type { ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { mapRows, missingFields, proposeColumns } from '../../rules-library/tables/map-columns.ts';
import type { TableColumn } from '../../rules-library/tables/table-columns.ts';
import { errorText } from '../api/api-error.ts';
import { queryKeys } from '../api/query-keys.ts';
import { countText } from '../design/format-number.ts';
import { Card } from '../design/parts/card.tsx';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { rememberFile } from './chosen-files.ts';
import { fieldLabel } from './field-label.ts';
import { importsTexts } from './imports.texts.ts';
import type { Table } from './reading/table.ts';
import { stageRows } from './use-imports.ts';

export interface MatchColumnsProps {
  kind: ImportKindDefinition;
  file: { name: string; bytes: number };
  table: Table;
  onBack: () => void;
  onStaged: (id: string) => void;
}

const leftOut = '';
const samplesShown = 3;

/** What each column of the file is: known headers are matched, the others a person decides; then the rows are compared. */
export function MatchColumns({ kind, file, table, onBack, onStaged }: MatchColumnsProps) {
  const t = useTexts(importsTexts);
  const text = useText();
  const queryClient = useQueryClient();
  const [mapping, setMapping] = useState(() => proposeColumns(kind, table.headers));
  const [done, setDone] = useState(0);
  const [stopping, setStopping] = useState<AbortController | undefined>(undefined);
  const missing = missingFields(kind, mapping);
  const optionOf = useColumnLabels(kind);
  const stage = useMutation({
    mutationFn: () => {
      const stop = new AbortController();
      setStopping(stop);
      setDone(0);
      const rows = mapRows(kind, mapping, table.rows);
      return stageRows({ kind: kind.kind, file, rows, onProgress: setDone, signal: stop.signal });
    },
    onSuccess(id) {
      rememberFile(id, table);
      void queryClient.invalidateQueries({ queryKey: queryKeys.imports });
      onStaged(id);
    },
  });
  const set = (at: number, value: string): void => {
    const column = kind.columns.find((one) => keyOf(one) === value) ?? null;
    setMapping(
      mapping.map((known, place) => (place === at ? column : known?.field === column?.field ? null : known)),
    );
  };
  const failed = stage.isError && stopping?.signal.aborted !== true ? stage.error : null;
  return (
    <Card
      title={t('columns')}
      note={t('columnsOf', { file: file.name, count: table.rows.length })}
      aside={
        <Button size="small" onClick={onBack} disabled={stage.isPending}>
          {t('another')}
        </Button>
      }
    >
      <div className="import-scroll" role="region" aria-label={t('columns')} tabIndex={0}>
        <table className="table match-table">
          <thead>
            <tr>
              <th scope="col">{t('inFile')}</th>
              <th scope="col">{t('samples')}</th>
              <th scope="col">{t('means')}</th>
            </tr>
          </thead>
          <tbody>
            {table.headers.map((header, at) => (
              // Two columns of a file may be called alike: their place tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <tr key={at} data-column={header}>
                <th scope="row">{header === '' ? <span className="faint">{t('noHeader')}</span> : header}</th>
                <td className="match-samples faint">
                  {table.rows
                    .slice(0, samplesShown)
                    .map(({ cells }) => cells[at] ?? '')
                    .filter((cell) => cell !== '')
                    .join(' · ')}
                </td>
                <td>
                  <Select
                    className={mapping[at] === null ? 'match-none' : ''}
                    aria-label={`${header} ${t('means')}`}
                    value={mapping[at] === null || mapping[at] === undefined ? leftOut : keyOf(mapping[at])}
                    onChange={(value) => set(at, value)}
                    options={[
                      { value: leftOut, label: t('leftOut') },
                      ...kind.columns.map((column) => ({ value: keyOf(column), label: optionOf(column) })),
                    ]}
                    popupMatchSelectWidth={false}
                  />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {missing.length > 0 ? (
        <Alert
          className="import-failed"
          type="warning"
          showIcon
          title={t('missing', { fields: missing.map((field) => text(fieldLabel(kind, field))).join(' · ') })}
        />
      ) : null}
      {failed === null ? null : (
        <Alert className="import-failed" type="error" showIcon title={text(errorText(failed))} />
      )}
      {stage.isPending ? (
        <div className="import-progress" role="status">
          <Progress percent={Math.floor((100 * done) / table.rows.length)} showInfo={false} />
          <span className="soft">
            {t('looking', { done: countText(done), total: countText(table.rows.length) })}
          </span>
          <Button size="small" onClick={() => stopping?.abort()}>
            {t('stop')}
          </Button>
        </div>
      ) : (
        <Button
          type="primary"
          className="import-next"
          data-action="look"
          disabled={missing.length > 0}
          onClick={() => stage.mutate()}
        >
          {t('look')}
        </Button>
      )}
    </Card>
  );
}

function keyOf({ field, type }: TableColumn): string {
  return `${field}|${type}`;
}

/** Names of columns; money that may come in two units names its unit. */
function useColumnLabels({ columns }: ImportKindDefinition): (column: TableColumn) => string {
  const t = useTexts(importsTexts);
  const text = useText();
  const inYuan = useMemo(
    () => new Set(columns.filter(({ type }) => type === 'yuan').map(({ field }) => field)),
    [columns],
  );
  return ({ field, type, label }) => {
    if (!inYuan.has(field)) return text(label);
    return t(type === 'yuan' ? 'unitYuan' : 'unitFen', { field: text(label) });
  };
}
