import { DownloadOutlined, InboxOutlined } from '@ant-design/icons';
import { App, Button, Checkbox, Popover, type InputRef } from 'antd';
import { useRef, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { createOrder } from '../../rules-library/commands/create-order.command.ts';
import { Page } from '../app/page.tsx';
import { useMayPress } from '../app/session.ts';
import { clockAndDay } from '../design/format-time.ts';
import { Card } from '../design/parts/card.tsx';
import { EmptyState } from '../design/parts/empty-state.tsx';
import { ErrorState } from '../design/parts/error-state.tsx';
import { LiveMark } from '../design/parts/live-mark.tsx';
import { Skeleton } from '../design/parts/skeleton.tsx';
import { saveFile } from '../design/save-file.ts';
import { useNarrow } from '../design/use-narrow.ts';
import { ListFoot } from '../list/list-foot.tsx';
import { useLanguage } from '../i18n/language.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { useListKeys } from '../list/use-list-keys.ts';
import { PressButton } from '../press/press-button.tsx';
import { columnIds, fixedColumn } from './columns.ts';
import { FilterBar } from './filter-bar.tsx';
import { OrderCards } from './order-cards.tsx';
import { sameFilter } from './order-filter.ts';
import { OrderTable } from './order-table.tsx';
import { ordersFile } from './orders-file.ts';
import { ordersTexts } from './orders.texts.ts';
import type { OrderFilter } from './read-orders.ts';
import { useColumns } from './use-columns.ts';
import { ordersPerPage, useOrderList } from './use-order-list.ts';

export interface OrderListProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  to: (id: string) => string;
  /** The list alone, with its filter. */
  toList: string;
  /** The order open beside the list. */
  open: string | undefined;
}

/** Orders, the newest first: a table alone, cards beside an order and on a phone. */
export function OrderList({ filter, onChange, to, toList, open }: OrderListProps) {
  const t = useTexts(ordersTexts);
  const language = useLanguage();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const phone = useNarrow(900);
  const mayCreate = useMayPress(createOrder.name);
  const { columns } = useColumns();
  const list = useOrderList(filter);
  const { rows } = list;
  const search = useRef<InputRef>(null);
  const [cursor, setCursor] = useState<string | undefined>(undefined);
  const beside = open !== undefined;

  useListKeys({
    search,
    onMove(by) {
      const at = rows.findIndex(({ id }) => id === (cursor ?? open));
      const next = rows[Math.min(rows.length - 1, Math.max(0, at + by))];
      if (next === undefined) return;
      setCursor(next.id);
      document.querySelector(`[data-order="${CSS.escape(next.id)}"]`)?.scrollIntoView({ block: 'nearest' });
      if (at + by >= rows.length - 1 && list.hasNextPage && !list.isFetching) void list.fetchNextPage();
    },
    onOpen: () => cursor !== undefined && void navigate(to(cursor)),
  });
  const exportSeen = (): void => {
    const name = `${t('fileName')}-${clockAndDay(Date.now()).replaceAll(/[^\d]/g, '')}.csv`;
    saveFile(
      name,
      'text/csv;charset=utf-8',
      ordersFile(rows, beside || phone ? columnIds : columns, language),
    );
    void message.success(t('exported', { count: rows.length }));
  };
  const content = (
    <>
      <FilterBar filter={filter} onChange={onChange} search={search} narrow={beside || phone} />
      {list.fresh > 0 ? (
        <button type="button" className="orders-fresh" onClick={() => void list.refetch()}>
          {t('fresh', { count: list.fresh })}
        </button>
      ) : null}
      {rows.length > 0 ? (
        <>
          {beside || phone ? (
            <OrderCards rows={rows} to={to} open={open} cursor={cursor} />
          ) : (
            <OrderTable rows={rows} columns={columns} to={to} cursor={cursor} />
          )}
          <ListFoot
            seen={t('seen', { count: rows.length })}
            more={t('more', { count: ordersPerPage })}
            list={list}
          />
        </>
      ) : list.isError ? (
        <ErrorState error={list.error} onRetry={() => void list.refetch()} />
      ) : list.isPending ? (
        <Skeleton rows={9} height={beside ? 64 : 30} />
      ) : sameFilter(filter, {}) ? (
        <EmptyState
          icon={<InboxOutlined />}
          title={t('empty')}
          help={t('emptyHelp')}
          action={<Link to="/">{t('emptyAction')}</Link>}
        />
      ) : (
        <EmptyState
          icon={<InboxOutlined />}
          title={t('noneFits')}
          help={t('noneFitsHelp')}
          action={<Button onClick={() => onChange({})}>{t('clear')}</Button>}
        />
      )}
    </>
  );
  const exportButton = (
    <Button icon={<DownloadOutlined />} disabled={rows.length === 0} onClick={exportSeen}>
      {t('export')}
    </Button>
  );
  if (beside) {
    return (
      <aside className="orders-beside" aria-label={t('list')}>
        <header className="orders-beside-head">
          <Link to={toList} className="orders-beside-title">
            {t('title')}
          </Link>
          <LiveMark />
        </header>
        {content}
      </aside>
    );
  }
  return (
    <Page
      title={t('title')}
      live
      className="orders-page"
      actions={
        <>
          {phone ? null : <ColumnChoice />}
          {mayCreate ? (
            <PressButton
              name={createOrder.name}
              label={createOrder.label}
              type="primary"
              onDone={(pressed) => 'result' in pressed && void navigate(to(String(pressed.result.order)))}
            />
          ) : null}
          {exportButton}
        </>
      }
    >
      <Card className="orders-card">{content}</Card>
      {phone ? null : <p className="faint orders-keys">{t('keys')}</p>}
    </Page>
  );
}

function ColumnChoice() {
  const t = useTexts(ordersTexts);
  const { columns, choose } = useColumns();
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      content={
        <Checkbox.Group
          className="column-choice"
          value={[...columns]}
          onChange={choose}
          options={columnIds.map((id) => ({ value: id, label: t(id), disabled: id === fixedColumn }))}
        />
      }
    >
      <Button>{t('columns')}</Button>
    </Popover>
  );
}
