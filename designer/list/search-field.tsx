import { SearchOutlined } from '@ant-design/icons';
import { Input, type InputRef } from 'antd';
import { useEffect, useState, type RefObject } from 'react';
import { useTexts } from '../i18n/use-texts.ts';
import { listTexts } from './list.texts.ts';

export interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  search: RefObject<InputRef | null>;
}

const typingMs = 250;

/** What is typed counts after a short pause, so that the list does not flicker under it. */
export function SearchField({ label, value, onChange, search }: SearchFieldProps) {
  const t = useTexts(listTexts);
  const [typed, setTyped] = useState<string | undefined>(undefined);
  useEffect(() => {
    if (typed === undefined) return undefined;
    const timer = setTimeout(() => {
      onChange(typed.trim());
      setTyped(undefined);
    }, typingMs);
    return () => clearTimeout(timer);
  }, [typed, onChange]);
  return (
    <Input
      ref={search}
      className="filter-search"
      allowClear
      prefix={<SearchOutlined />}
      placeholder={label}
      aria-label={label}
      title={t('searchKey')}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') search.current?.blur();
      }}
    />
  );
}
