import { Button, type InputRef } from 'antd';
import { useCallback, type RefObject } from 'react';
import { channels, holdCodes, orderStates } from '../../rules-library/choices/index.ts';
import { useTexts } from '../i18n/use-texts.ts';
import { ChoiceFilter } from '../list/choice-filter.tsx';
import { FilterChip } from '../list/filter-chip.tsx';
import '../list/list.css';
import { listTexts } from '../list/list.texts.ts';
import { SaveFilter } from '../list/save-filter.tsx';
import { savedFilters } from '../list/saved-filters.ts';
import { SearchField } from '../list/search-field.tsx';
import { filterOf, sameFilter, searchText } from './order-filter.ts';
import { ordersTexts } from './orders.texts.ts';
import type { OrderFilter } from './read-orders.ts';

export interface FilterBarProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  search: RefObject<InputRef | null>;
  /** Beside one order there is room for search and the quick filters only. */
  narrow: boolean;
}

const useSavedFilters = savedFilters('sluice.order-filters');

/** Search, quick filters, saved filters; everything it says is in the address. */
export function FilterBar({ filter, onChange, search, narrow }: FilterBarProps) {
  const t = useTexts(ordersTexts);
  const list = useTexts(listTexts);
  const { saved, save, remove } = useSavedFilters();
  const look = useCallback((q: string) => onChange({ ...filter, q: q || undefined }), [filter, onChange]);
  const none = sameFilter(filter, {});
  // What is searched for stays when a quick filter is chosen.
  const { q, ...kind } = filter;
  const quick = [
    { label: t('all'), to: {} },
    { label: t('heldOnly'), to: { held: true } },
    { label: t('rushOnly'), to: { rush: true } },
  ];
  return (
    <div className={`filters ${narrow ? 'filters-narrow' : ''}`} role="search">
      <SearchField label={t('search')} value={filter.q ?? ''} onChange={look} search={search} />
      <div className="filter-chips">
        {quick.map(({ label, to }) => (
          <FilterChip
            key={label}
            label={label}
            chosen={sameFilter(kind, to)}
            onChoose={() => onChange({ ...to, q })}
          />
        ))}
        {saved.map(({ name, search: kept }) => {
          const to = filterOf(new URLSearchParams(kept));
          return (
            <FilterChip
              key={name}
              label={name}
              chosen={sameFilter(filter, to)}
              onChoose={() => onChange(to)}
              removeLabel={list('removeFilter', { name })}
              onRemove={() => remove(name)}
            />
          );
        })}
        {none ? null : <SaveFilter search={searchText(filter).slice(1)} save={save} />}
      </div>
      {narrow ? null : (
        <div className="filter-choices">
          <ChoiceFilter
            label={t('anyState')}
            choices={orderStates}
            value={filter.state}
            onChange={(state) => onChange({ ...filter, state })}
          />
          <ChoiceFilter
            label={t('anyHold')}
            choices={holdCodes}
            value={filter.hold}
            onChange={(hold) => onChange({ ...filter, hold })}
          />
          <ChoiceFilter
            label={t('anyChannel')}
            choices={channels}
            value={filter.channel}
            onChange={(channel) => onChange({ ...filter, channel })}
          />
          {none ? null : (
            <Button type="link" onClick={() => onChange({})}>
              {t('clear')}
            </Button>
          )}
        </div>
      )}
    </div>
  );
}
