import { Button, type InputRef } from 'antd';
import { useCallback, type RefObject } from 'react';
import type { Choice } from '../../rules-library/define/fact.ts';
import { textOf } from '../i18n/text-of.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ChoiceFilter } from '../list/choice-filter.tsx';
import { FilterChip } from '../list/filter-chip.tsx';
import { listTexts } from '../list/list.texts.ts';
import { SaveFilter } from '../list/save-filter.tsx';
import { savedFilters } from '../list/saved-filters.ts';
import { SearchField } from '../list/search-field.tsx';
import { sameStockFilter, stockFilterOf, stockSearchOf, type StockFilter } from './stock-filter.ts';
import { stockTexts } from './stock.texts.ts';
import { useWarehouseChoices } from './use-warehouse-choices.ts';

export interface StockFiltersProps {
  filter: StockFilter;
  onChange: (filter: StockFilter) => void;
  search: RefObject<InputRef | null>;
  narrow: boolean;
}

const useSaved = savedFilters('sluice.stock-filters');
const sorts: readonly Choice[] = [
  { value: 'onHand', label: textOf(stockTexts, 'sortOnHand') },
  { value: 'open', label: textOf(stockTexts, 'sortOpen') },
  { value: 'held', label: textOf(stockTexts, 'sortHeld') },
  { value: 'confirmed', label: textOf(stockTexts, 'sortConfirmed') },
  { value: 'blocked', label: textOf(stockTexts, 'sortBlocked') },
];

/** Search, saved filters, warehouse and order; everything it says is in the address. */
export function StockFilters({ filter, onChange, search, narrow }: StockFiltersProps) {
  const t = useTexts(stockTexts);
  const list = useTexts(listTexts);
  const { saved, save, remove } = useSaved();
  const warehouses = useWarehouseChoices(filter.warehouse);
  const none = sameStockFilter(filter, {});
  const look = useCallback((q: string) => onChange({ ...filter, q: q || undefined }), [filter, onChange]);
  return (
    <div className={`filters ${narrow ? 'filters-narrow' : ''}`} role="search">
      <SearchField label={t('search')} value={filter.q ?? ''} onChange={look} search={search} />
      <div className="filter-chips">
        <FilterChip label={t('all')} chosen={none} onChoose={() => onChange({})} />
        {saved.map(({ name, search: kept }) => {
          const to = stockFilterOf(new URLSearchParams(kept));
          return (
            <FilterChip
              key={name}
              label={name}
              chosen={sameStockFilter(filter, to)}
              onChoose={() => onChange(to)}
              removeLabel={list('removeFilter', { name })}
              onRemove={() => remove(name)}
            />
          );
        })}
        {none ? null : <SaveFilter search={stockSearchOf(filter).toString()} save={save} />}
      </div>
      <div className="filter-choices">
        <ChoiceFilter
          label={t('anyWarehouse')}
          choices={warehouses}
          value={filter.warehouse}
          onChange={(warehouse) => onChange({ ...filter, warehouse })}
        />
        <ChoiceFilter
          label={t('sortKey')}
          choices={sorts}
          value={filter.sort}
          onChange={(sort) => onChange({ ...filter, sort: sort as StockFilter['sort'] })}
        />
        {none ? null : (
          <Button type="link" onClick={() => onChange({})}>
            {t('clear')}
          </Button>
        )}
      </div>
    </div>
  );
}
