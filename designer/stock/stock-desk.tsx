import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { App, Button, type InputRef } from 'antd';
import { useCallback, useRef, useState } from 'react';
import { Link, useNavigate, useSearchParams } from 'react-router';
import { importKindOf } from '../../rules-library/tables/import-kinds.ts';
import { Page } from '../app/page.tsx';
import { useSession } from '../app/session.ts';
import { clockAndDay } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { saveFile } from '../design/save-file.ts';
import { useNarrow } from '../design/use-narrow.ts';
import { ListFoot } from '../list/list-foot.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import '../list/list.css';
import { useListKeys } from '../list/use-list-keys.ts';
import { StockCards } from './stock-cards.tsx';
import { stockFile } from './stock-file.ts';
import { sameStockFilter, stockFilterOf, stockSearchOf, type StockFilter } from './stock-filter.ts';
import { StockFilters } from './stock-filters.tsx';
import { StockTable } from './stock-table.tsx';
import { StockTabs } from './stock-tabs.tsx';
import './stock.css';
import { stockTexts } from './stock.texts.ts';
import { rowsPerPage, useBalances } from './use-stock.ts';
import { stockAddress } from './warehouse-text.ts';

/** What every warehouse has of every SKU, and for whom. */
export function StockDesk() {
  const t = useTexts(stockTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const phone = useNarrow(900);
  const { buttons } = useSession();
  const [search, setSearch] = useSearchParams();
  const filter = stockFilterOf(search);
  const change = useCallback(
    (next: StockFilter) => setSearch(stockSearchOf(next), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const list = useBalances(filter);
  const rows = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const field = useRef<InputRef>(null);
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  useListKeys({
    search: field,
    onMove(by) {
      const at = rows.findIndex(({ key }) => key === cursor);
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
      if (next === undefined) return;
      setCursor(next.key);
      document.querySelector(`[data-stock="${CSS.escape(next.key)}"]`)?.scrollIntoView({ block: 'nearest' });
      if (at + by >= rows.length - 1 && list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
    onOpen() {
      const row = rows.find(({ key }) => key === cursor);
      if (row !== undefined) void navigate(stockAddress(row.warehouse, row.sku));
    },
  });
  const exportSeen = (): void => {
    const name = `${t('fileName')}-${clockAndDay(Date.now()).replaceAll(/[^\d]/g, '')}.csv`;
    saveFile(name, 'text/csv;charset=utf-8', stockFile(rows, language));
    void message.success(t('exported', { count: rows.length }));
  };
  const mayImport = importKindOf('stock')!.buttons.every((name) => buttons.includes(name));
  const importLink = mayImport ? (
    <Link to="/imports?kind=stock">
      <Button>{t('import')}</Button>
    </Link>
  ) : null;
  return (
    <Page
      title={t('title')}
      live
      className="stock-desk"
      actions={
        <>
          {importLink}
          <Button icon={<DownloadOutlined />} disabled={rows.length === 0} onClick={exportSeen}>
            {t('export')}
          </Button>
        </>
      }
    >
      <StockTabs />
      <Card className="stock-card">
        <StockFilters filter={filter} onChange={change} search={field} narrow={phone} />
        {rows.length > 0 ? (
          <>
            {phone ? <StockCards rows={rows} cursor={cursor} /> : <StockTable rows={rows} cursor={cursor} />}
            <ListFoot
              seen={t('seen', { count: rows.length })}
              more={t('more', { count: rowsPerPage })}
              list={list}
            />
          </>
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton rows={8} height={30} />
        ) : sameStockFilter(filter, {}) ? (
          <EmptyState icon={<InboxOutlined />} title={t('empty')} help={t('emptyHelp')} action={importLink} />
        ) : (
          <EmptyState
            icon={<InboxOutlined />}
            title={t('noneFits')}
            help={t('noneFitsHelp')}
            action={<Button onClick={() => change({})}>{t('clear')}</Button>}
          />
        )}
      </Card>
      {phone ? null : <p className="faint stock-keys">{t('keys')}</p>}
    </Page>
  );
}
