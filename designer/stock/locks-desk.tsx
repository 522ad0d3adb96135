import { DownloadOutlined, LockOutlined } from '@ant-design/icons';
import { App, Button, type InputRef } from 'antd';
import { useCallback, useRef } from 'react';
import { useSearchParams } from 'react-router';
import { layers, type Layer } from '../../rules-library/choices/layers.ts';
import { Page } from '../app/page.tsx';
import { clockAndDay } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { saveFile } from '../design/save-file.ts';
import { ListFoot } from '../list/list-foot.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ChoiceFilter } from '../list/choice-filter.tsx';
import { FilterChip } from '../list/filter-chip.tsx';
import '../list/list.css';
import { SearchField } from '../list/search-field.tsx';
import { LockTable } from './lock-table.tsx';
import { locksFile } from './locks-file.ts';
import { lockFilterOf, lockSearchOf, type LockFilter } from './stock-filter.ts';
import { StockTabs } from './stock-tabs.tsx';
import './stock.css';
import { stockTexts } from './stock.texts.ts';
import { rowsPerPage, useLocks } from './use-stock.ts';
import { useWarehouseChoices } from './use-warehouse-choices.ts';

/** Everything that is locked now, for which order, until when. */
export function LocksDesk() {
  const t = useTexts(stockTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const [search, setSearch] = useSearchParams();
  const filter = lockFilterOf(search);
  const change = useCallback(
    (next: LockFilter) => setSearch(lockSearchOf(next), { replace: true, preventScrollReset: true }),
    [setSearch],
  );
  const list = useLocks(filter);
  const locks = list.data?.pages.flatMap(({ items }) => items) ?? [];
  const exportSeen = (): void => {
    const name = `${t('locksFile')}-${clockAndDay(Date.now()).replaceAll(/[^\d]/g, '')}.csv`;
    saveFile(name, 'text/csv;charset=utf-8', locksFile(locks, language));
    void message.success(t('exported', { count: locks.length }));
  };
  const none = lockSearchOf(filter).size === 0;
  return (
    <Page
      title={t('locks')}
      live
      className="stock-desk"
      actions={
        <Button icon={<DownloadOutlined />} disabled={locks.length === 0} onClick={exportSeen}>
          {t('export')}
        </Button>
      }
    >
      <StockTabs />
      <Card className="stock-card">
        <LockFilters filter={filter} onChange={change} none={none} />
        {locks.length > 0 ? (
          <>
            <LockTable locks={locks} places />
            <ListFoot
              seen={t('seen', { count: locks.length })}
              more={t('more', { count: rowsPerPage })}
              list={list}
            />
          </>
        ) : list.isError ? (
          <ErrorState error={list.error} onRetry={() => void list.refetch()} />
        ) : list.isPending ? (
          <Skeleton rows={6} height={30} />
        ) : (
          <EmptyState
            icon={<LockOutlined />}
            title={t('locksEmpty')}
            help={t('locksEmptyHelp')}
            action={none ? null : <Button onClick={() => change({})}>{t('clear')}</Button>}
          />
        )}
      </Card>
    </Page>
  );
}

interface LockFiltersProps {
  filter: LockFilter;
  onChange: (filter: LockFilter) => void;
  none: boolean;
}

function LockFilters({ filter, onChange, none }: LockFiltersProps) {
  const t = useTexts(stockTexts);
  const field = useRef<InputRef>(null);
  const warehouses = useWarehouseChoices(filter.warehouse);
  const look = useCallback(
    (sku: string) => onChange({ ...filter, sku: sku || undefined }),
    [filter, onChange],
  );
  return (
    <div className="filters" role="search">
      <SearchField label={t('skuNumber')} value={filter.sku ?? ''} onChange={look} search={field} />
      <div className="filter-chips">
        <FilterChip label={t('all')} chosen={none} onChoose={() => onChange({})} />
        <FilterChip
          label={t('expiringOnly')}
          chosen={filter.expiring === true}
          onChoose={() => onChange({ ...filter, expiring: filter.expiring === true ? undefined : true })}
        />
      </div>
      <div className="filter-choices">
        <ChoiceFilter
          label={t('anyWarehouse')}
          choices={warehouses}
          value={filter.warehouse}
          onChange={(warehouse) => onChange({ ...filter, warehouse })}
        />
        <ChoiceFilter
          label={t('anyLayer')}
          choices={layers}
          value={filter.layer}
          onChange={(layer) => onChange({ ...filter, layer: layer as Layer | undefined })}
        />
      </div>
    </div>
  );
}
