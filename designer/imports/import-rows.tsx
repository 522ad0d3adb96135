import { Button } from 'antd';
import type { ReactNode } from 'react';
import type { ImportRow, ImportView, Verdict } from '../../rules-library/contract/imports.ts';
import type { ImportKindDefinition } from '../../rules-library/tables/import-kinds.ts';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { fieldLabel, valueText } from './field-label.ts';
import { importsTexts } from './imports.texts.ts';
import { rowsPerPage, useImportRows } from './use-imports.ts';

export interface ImportRowsProps {
  of: ImportView;
  kind: ImportKindDefinition;
  verdict: Verdict;
  /** Beside rejected rows. */
  aside: ReactNode;
}

/** Rows of one verdict: line, what it is about, and what would change or why it was not taken. */
export function ImportRows({ of, kind, verdict, aside }: ImportRowsProps) {
  const t = useTexts(importsTexts);
  const rows = useImportRows(of.id, verdict, of.done);
  const items = rows.data?.pages.flatMap((page) => page.items) ?? [];
  const rejected = verdict === 'rejected';
  if (rows.isPending) return <Skeleton rows={4} height={32} />;
  if (rows.isError) return <ErrorState error={rows.error} onRetry={() => void rows.refetch()} />;
  if (items.length === 0) return <p className="faint import-none">{t('noRows')}</p>;
  return (
    <>
      {rejected ? <div className="import-aside">{aside}</div> : null}
      <div className="import-scroll" role="region" aria-label={t(verdict)} tabIndex={0}>
        <table className="table import-table" data-rows={verdict}>
          <thead>
            <tr>
              <th scope="col" className="number">
                {t('line')}
              </th>
              <th scope="col">{t(rejected ? 'column' : 'item')}</th>
              <th scope="col">{t(rejected ? 'reason' : verdict === 'changed' ? 'change' : 'content')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map((row) => (
              <tr key={row.line}>
                <td className="number">{row.line}</td>
                <td>{rejected ? <FaultyColumn row={row} kind={kind} /> : row.id?.replace('|', ' · ')}</td>
                <td>{rejected ? <Reason row={row} /> : <Fields row={row} kind={kind} />}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.hasNextPage ? (
        <Button
          className="import-more"
          loading={rows.isFetchingNextPage}
          onClick={() => void rows.fetchNextPage()}
        >
          {t('more', { count: rowsPerPage })}
        </Button>
      ) : null}
    </>
  );
}

function FaultyColumn({ row: { path }, kind }: { row: ImportRow; kind: ImportKindDefinition }) {
  const text = useText();
  return path === null || path === '' ? '—' : text(fieldLabel(kind, path));
}

function Reason({ row: { message, path } }: { row: ImportRow }) {
  const text = useText();
  if (message === null) return null;
  // The column stands beside it already.
  const said = text(message);
  return (
    <span className="import-reason">
      {path !== null && said.startsWith(path) ? said.slice(path.length).replace(/^[：:\s]+/, '') : said}
    </span>
  );
}

function Fields({ row: { before, after }, kind }: { row: ImportRow; kind: ImportKindDefinition }) {
  const t = useTexts(importsTexts);
  const text = useText();
  const language = useLanguage();
  const fields = Object.entries(after ?? {}).filter(
    ([field]) => before !== null || !kind.identity.includes(field),
  );
  return (
    <ul className="import-fields">
      {fields.map(([field, value]) => (
        <li key={field}>
          <span className="faint">{text(fieldLabel(kind, field))}</span>{' '}
          {before === null ? null : (
            <>
              <s className="faint">
                {before[field] === undefined
                  ? t('nothingBefore')
                  : valueText(kind, field, before[field], language)}
              </s>
              {' → '}
            </>
          )}
          <strong>{valueText(kind, field, value, language)}</strong>
        </li>
      ))}
    </ul>
  );
}
