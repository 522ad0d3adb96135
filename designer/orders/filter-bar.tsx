import { CloseOutlined, PlusOutlined, SearchOutlined } from '@ant-design/icons';
import { Button, Input, Popover, Select, type InputRef } from 'antd';
import { useEffect, useState, type RefObject } from 'react';
import { channels, holdCodes, orderStates } from '../../rules-library/choices/index.ts';
import type { Choice } from '../../rules-library/define/fact.ts';
import { useText, useTexts } from '../i18n/use-texts.ts';
import { filterOf, sameFilter, searchText } from './order-filter.ts';
import { ordersTexts } from './orders.texts.ts';
import type { OrderFilter } from './read-orders.ts';
import { useSavedFilters } from './saved-filters.ts';

export interface FilterBarProps {
  filter: OrderFilter;
  onChange: (filter: OrderFilter) => void;
  search: RefObject<InputRef | null>;
  /** Beside one order there is room for search and the quick filters only. */
  narrow: boolean;
}

const typingMs = 250;

/** Search, quick filters, saved filters; everything it says is in the address. */
export function FilterBar({ filter, onChange, search, narrow }: FilterBarProps) {
  const t = useTexts(ordersTexts);
  const { saved, remove } = useSavedFilters();
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
      <SearchField filter={filter} onChange={onChange} search={search} />
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
              removeLabel={t('removeFilter', { name })}
              onRemove={() => remove(name)}
            />
          );
        })}
        {none ? null : <SaveFilter filter={filter} />}
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

/** What is typed counts after a short pause, so that the list does not flicker under it. */
function SearchField({ filter, onChange, search }: Omit<FilterBarProps, 'narrow'>) {
  const t = useTexts(ordersTexts);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      onChange({ ...filter, q: typed.trim() || undefined });
      setTyped(undefined);
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, filter, onChange]);
  return (
    <Input
      ref={search}
      className="filter-search"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={t('search')}
      aria-label={t('search')}
      title={t('searchKey')}
      value={typed ?? filter.q ?? ''}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') search.current?.blur();
      }}
    />
  );
}

interface FilterChipProps {
  label: string;
  chosen: boolean;
  onChoose: () => void;
  removeLabel?: string;
  onRemove?: () => void;
}

function FilterChip({ label, chosen, onChoose, removeLabel, onRemove }: FilterChipProps) {
  return (
    <span className={`filter-chip ${chosen ? 'filter-chosen' : ''}`}>
      <button type="button" aria-pressed={chosen} onClick={onChoose}>
        {label}
      </button>
      {onRemove === undefined ? null : (
        <button
          type="button"
          className="filter-remove"
          aria-label={removeLabel}
          title={removeLabel}
          onClick={onRemove}
        >
          <CloseOutlined />
        </button>
      )}
    </span>
  );
}

function SaveFilter({ filter }: { filter: OrderFilter }) {
  const t = useTexts(ordersTexts);
  const save = useSavedFilters((saved) => saved.save);
  const [open, setOpen] = useState(false);
  const [name, setName] = useState('');
  const keep = (): void => {
    if (name.trim() === '') return;
    save({ name: name.trim(), search: searchText(filter).slice(1) });
    setName('');
    setOpen(false);
  };
  return (
    <Popover
      trigger="click"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="filter-save">
          <Input
            autoFocus
            maxLength={40}
            value={name}
            aria-label={t('saveFilterName')}
            placeholder={t('saveFilterName')}
            onChange={(event) => setName(event.target.value)}
            onPressEnter={keep}
          />
          <Button type="primary" onClick={keep}>
            {t('save')}
          </Button>
        </div>
      }
    >
      <button type="button" className="filter-chip filter-add">
        <PlusOutlined aria-hidden /> {t('saveFilter')}
      </button>
    </Popover>
  );
}

interface ChoiceFilterProps {
  label: string;
  choices: readonly Choice[];
  value: string | undefined;
  onChange: (value: string | undefined) => void;
}

function ChoiceFilter({ label, choices, value, onChange }: ChoiceFilterProps) {
  const text = useText();
  return (
    <Select
      allowClear
      aria-label={label}
      placeholder={label}
      value={value ?? null}
      onChange={(next: string | undefined) => onChange(next)}
      options={choices.map((choice) => ({ value: choice.value, label: text(choice.label) }))}
      popupMatchSelectWidth={false}
    />
  );
}
